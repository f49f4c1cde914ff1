/**
 * A citation style in the manner of IEEE, written for this site in CSL 1.0.2, because no style of that name may be
 * copied here. It covers what references.bib holds: papers of journals and conferences, preprints, pages.
 */
export const ieeeStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" demote-non-dropping-particle="sort-only">
  <info>
    <title>IEEE-like, by Loss Map</title>
    <id>lossmap-ieee-like</id>
    <updated>2026-11-24T00:00:00+00:00</updated>
    <rights license="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</rights>
  </info>
  <macro name="authors">
    <names variable="author">
      <name initialize-with=". " delimiter=", " and="text" et-al-min="7" et-al-use-first="1"/>
      <et-al font-style="italic"/>
    </names>
  </macro>
  <macro name="title">
    <text variable="title" quotes="true"/>
  </macro>
  <macro name="container">
    <choose>
      <if type="paper-conference chapter" match="any">
        <group delimiter=" ">
          <text value="in"/>
          <text variable="container-title" font-style="italic"/>
        </group>
      </if>
      <else>
        <text variable="container-title" font-style="italic"/>
      </else>
    </choose>
  </macro>
  <macro name="place-in-container">
    <group delimiter=", ">
      <text variable="collection-title"/>
      <group delimiter=" ">
        <text value="vol."/>
        <text variable="volume"/>
      </group>
      <group delimiter=" ">
        <text value="no."/>
        <text variable="issue"/>
      </group>
      <group delimiter=" ">
        <label variable="page" form="short"/>
        <text variable="page"/>
      </group>
      <choose>
        <if type="article-journal">
          <group delimiter=" ">
            <text value="Art. no."/>
            <text variable="number"/>
          </group>
        </if>
        <else>
          <text variable="number"/>
        </else>
      </choose>
    </group>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI">
        <text variable="DOI" prefix="doi: "/>
      </if>
      <else>
        <text variable="URL"/>
      </else>
    </choose>
  </macro>
  <citation collapse="citation-number">
    <layout prefix="[" suffix="]" delimiter="], [">
      <text variable="citation-number"/>
    </layout>
  </citation>
  <bibliography second-field-align="flush">
    <layout suffix=".">
      <text variable="citation-number" prefix="[" suffix="]"/>
      <group delimiter=", ">
        <text macro="authors"/>
        <text macro="title"/>
        <text macro="container"/>
        <text macro="place-in-container"/>
        <choose>
          <if type="article-journal article" match="none">
            <text variable="publisher"/>
          </if>
        </choose>
        <date variable="issued" form="numeric" date-parts="year"/>
        <text macro="access"/>
      </group>
    </layout>
  </bibliography>
</style>`;
