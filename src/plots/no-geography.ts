/**
 * Stands for d3-geo in what the browser loads. Plot can draw the Earth, this site cannot, and the projections were a
 * seventh of what the first touch of a figure brought. Without a `projection` in its options Plot calls none of these.
 */
function none(): never {
  throw new Error(
    "no chart of this site has a projection; remove d3-geo's alias in astro.config.mjs to draw one",
  );
}

/** Plot makes one of these while it loads, and uses it with a projection only. */
export const geoTransform = () => ({ stream: none });

export {
  none as geoAlbers,
  none as geoAlbersUsa,
  none as geoAzimuthalEqualArea,
  none as geoAzimuthalEquidistant,
  none as geoCentroid,
  none as geoClipRectangle,
  none as geoConicConformal,
  none as geoConicEqualArea,
  none as geoConicEquidistant,
  none as geoEqualEarth,
  none as geoEquirectangular,
  none as geoGnomonic,
  none as geoGraticule,
  none as geoGraticule10,
  none as geoMercator,
  none as geoOrthographic,
  none as geoPath,
  none as geoStereographic,
  none as geoStream,
  none as geoTransverseMercator,
};
