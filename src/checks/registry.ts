import { aCommonShiftOfTheLogitsChangesNothing } from "./a-common-shift-of-the-logits-changes-nothing.ts";
import { aConfidentSigmoidRoundsToOne } from "./a-confident-sigmoid-rounds-to-one.ts";
import { aLovaszPixelThatStandsLaterPullsNoMore } from "./a-lovasz-pixel-that-stands-later-pulls-no-more.ts";
import { aLowerSurrogateCanHideAWorseMask } from "./a-lower-surrogate-can-hide-a-worse-mask.ts";
import { aSecondSoftmaxCapsConfidence } from "./a-second-softmax-caps-confidence.ts";
import { aSidewaysShiftCostsDiceOneOverTheWidth } from "./a-sideways-shift-costs-dice-one-over-the-width.ts";
import { aThresholdShiftRegainsMostOfTheGapInTheLab } from "./a-threshold-shift-regains-most-of-the-gap-in-the-lab.ts";
import { abrahamFigureAndEquationPart } from "./abraham-figure-and-equation-part.ts";
import { absentClassesCountedAsZeroDiluteTheMean } from "./absent-classes-counted-as-zero-dilute-the-mean.ts";
import { answeringBackgroundEverywhereBeatsTheBaselineOnBackground } from "./answering-background-everywhere-beats-the-baseline-on-background.ts";
import { answeringBackgroundEverywhereWinsTheFrequencyWeightedIou } from "./answering-background-everywhere-wins-the-frequency-weighted-iou.ts";
import { anyOrderOfTiesGivesASubgradient } from "./any-order-of-ties-gives-a-subgradient.ts";
import { averagesOfDiceAndOfIouCanDisagree } from "./averages-of-dice-and-of-iou-can-disagree.ts";
import { averagingFramesCanOnlyLowerF1 } from "./averaging-frames-can-only-lower-f1.ts";
import { averagingOverChannelsDividesCrossEntropy } from "./averaging-over-channels-divides-cross-entropy.ts";
import { backgroundEverywhereStuckValues } from "./background-everywhere-stuck-values.ts";
import { batchDiceHidesAMissedSmallObject } from "./batch-dice-hides-a-missed-small-object.ts";
import { batchDiceOfIdenticalImagesIsImageDice } from "./batch-dice-of-identical-images-is-image-dice.ts";
import type { Check } from "./check.ts";
import { classSharesAreTheBestConstant } from "./class-shares-are-the-best-constant.ts";
import { copiedLettersFavourTheOtherError } from "./copied-letters-favour-the-other-error.ts";
import { crossEntropyAndDiceChangePlacesBetweenTwoRuns } from "./cross-entropy-and-dice-change-places-between-two-runs.ts";
import { crossEntropyAsksForTheTrueProbability } from "./cross-entropy-asks-for-the-true-probability.ts";
import { crossEntropyDoesNotAlwaysLoseMostInTheLab } from "./cross-entropy-does-not-always-lose-most-in-the-lab.ts";
import { crossEntropyGradientIsTheProbabilityError } from "./cross-entropy-gradient-is-the-probability-error.ts";
import { crossEntropyLeadsTheMultiOrganTask } from "./cross-entropy-leads-the-multi-organ-task.ts";
import { crossEntropyPricesMirroredErrorsAlike } from "./cross-entropy-prices-mirrored-errors-alike.ts";
import { curveOneIsTheEasierByBothScores } from "./curve-one-is-the-easier-by-both-scores.ts";
import { diceIsAFunctionOfJaccard } from "./dice-is-a-function-of-jaccard.ts";
import { diceOutscoresCrossEntropyInTheLab } from "./dice-outscores-cross-entropy-in-the-lab.ts";
import { diceStaysInRangeForProbabilitiesOnly } from "./dice-stays-in-range-for-probabilities-only.ts";
import { emptyMaskDiceIsDecidedBySmoothing } from "./empty-mask-dice-is-decided-by-smoothing.ts";
import { expectedDiceIsSmallestAtAHardAnswer } from "./expected-dice-is-smallest-at-a-hard-answer.ts";
import { exponentBelowOnePushesSolvedClasses } from "./exponent-below-one-pushes-solved-classes.ts";
import { exponentOnlyRescalesASingleClass } from "./exponent-only-rescales-a-single-class.ts";
import { f1OfPooledCountsFollowsFromIou } from "./f1-of-pooled-counts-follows-from-iou.ts";
import { focalAtGammaOneCrossesAtOneOverE } from "./focal-at-gamma-one-crosses-at-one-over-e.ts";
import { focalAtGammaZeroIsCrossEntropy } from "./focal-at-gamma-zero-is-cross-entropy.ts";
import { focalBelowOneNeedsLogSpace } from "./focal-below-one-needs-log-space.ts";
import { focalFallsAsTheExponentGrows } from "./focal-falls-as-the-exponent-grows.ts";
import { focalIsBelowCrossEntropyInTheOdyssey } from "./focal-is-below-cross-entropy-in-the-odyssey.ts";
import { focalIsNotProper } from "./focal-is-not-proper.ts";
import { focalKeepsMoreRecallThanCrossEntropyInTheLab } from "./focal-keeps-more-recall-than-cross-entropy-in-the-lab.ts";
import { focalNormaliserIsAScale } from "./focal-normaliser-is-a-scale.ts";
import { focalPullsHarderThanCrossEntropyOnHardPixels } from "./focal-pulls-harder-than-cross-entropy-on-hard-pixels.ts";
import { focalQuietsEasyPixels } from "./focal-quiets-easy-pixels.ts";
import { focalTverskyAtExponentOneIsTversky } from "./focal-tversky-at-exponent-one-is-tversky.ts";
import { focalTverskySlopeIsInfiniteAtPerfection } from "./focal-tversky-slope-is-infinite-at-perfection.ts";
import { focalWithHalfWeightIsHalfCrossEntropy } from "./focal-with-half-weight-is-half-cross-entropy.ts";
import { fromAPriorStartCrossEntropyGivesTheBackgroundHalf } from "./from-a-prior-start-cross-entropy-gives-the-background-half.ts";
import { fromAUniformStartCrossEntropyListensByShare } from "./from-a-uniform-start-cross-entropy-listens-by-share.ts";
import { fromAUniformStartDiceStillLeansToTheBackground } from "./from-a-uniform-start-dice-still-leans-to-the-background.ts";
import { fromAUniformStartGeneralisedDiceListensToEachClassNearlyAlike } from "./from-a-uniform-start-generalised-dice-listens-to-each-class-nearly-alike.ts";
import { fromAUniformStartLovaszListensToEachClassAlike } from "./from-a-uniform-start-lovasz-listens-to-each-class-alike.ts";
import { generalisedDiceAbsentClassRules } from "./generalised-dice-absent-class-rules.ts";
import { generalisedDiceAddsNothingToDiceInTheLab } from "./generalised-dice-adds-nothing-to-dice-in-the-lab.ts";
import { generalisedDiceBecomesItsSmallestClass } from "./generalised-dice-becomes-its-smallest-class.ts";
import { generalisedDiceOfEqualClassesIsUniform } from "./generalised-dice-of-equal-classes-is-uniform.ts";
import { generalisedDiceOfOneClassIsDice } from "./generalised-dice-of-one-class-is-dice.ts";
import { generalisedDiceSaturatesWhereDiceDoesNot } from "./generalised-dice-saturates-where-dice-does-not.ts";
import { generalisedDiceSmoothingSwampsItsWeights } from "./generalised-dice-smoothing-swamps-its-weights.ts";
import { generalisedDiceWithUniformWeightsIsPooledDice } from "./generalised-dice-with-uniform-weights-is-pooled-dice.ts";
import { halfPrecisionSumOverflows } from "./half-precision-sum-overflows.ts";
import { ignoredPixelsChangeNothing } from "./ignored-pixels-change-nothing.ts";
import { ignoredPixelsCountedInTheMeanDiluteIt } from "./ignored-pixels-counted-in-the-mean-dilute-it.ts";
import { linDerivativeAsPrintedIsRight } from "./lin-derivative-as-printed-is-right.ts";
import { lovaszAtTheVerticesIsTheJaccardLoss } from "./lovasz-at-the-vertices-is-the-jaccard-loss.ts";
import { lovaszDoesNotReachTheHighestIouInTheLab } from "./lovasz-does-not-reach-the-highest-iou-in-the-lab.ts";
import { lovaszFirstPixelPullsOneOverItsUnion } from "./lovasz-first-pixel-pulls-one-over-its-union.ts";
import { lovaszHingeOnProbabilitiesScoresTheBackgroundShare } from "./lovasz-hinge-on-probabilities-scores-the-background-share.ts";
import { lovaszIsConvexInTheErrors } from "./lovasz-is-convex-in-the-errors.ts";
import { lovaszLiesBetweenZeroAndTheLargestError } from "./lovasz-lies-between-zero-and-the-largest-error.ts";
import { lovaszOnAnAbsentClassLightsOnePixel } from "./lovasz-on-an-absent-class-lights-one-pixel.ts";
import { lovaszOverAllIsOverPresentWhenAllArePresent } from "./lovasz-over-all-is-over-present-when-all-are-present.ts";
import { lovaszPartsFromSoftJaccardInside } from "./lovasz-parts-from-soft-jaccard-inside.ts";
import { lovaszScalesWithTheErrors } from "./lovasz-scales-with-the-errors.ts";
import { lovaszTiesLeaveTheValueAndMoveTheGradient } from "./lovasz-ties-leave-the-value-and-move-the-gradient.ts";
import { minusDiceAndOneMinusDiceShareAGradient } from "./minus-dice-and-one-minus-dice-share-a-gradient.ts";
import { noPixelOutvotesAnotherInCrossEntropy } from "./no-pixel-outvotes-another-in-cross-entropy.ts";
import { onHardMasksTheMetricIsOneMinusTheLoss } from "./on-hard-masks-the-metric-is-one-minus-the-loss.ts";
import { oneAlphaForAllClassesIsAStepSize } from "./one-alpha-for-all-classes-is-a-step-size.ts";
import { oneMissedPixelCostsDice } from "./one-missed-pixel-costs-dice.ts";
import { oneModelLooksUselessOrExcellentByChoiceOfAverage } from "./one-model-looks-useless-or-excellent-by-choice-of-average.ts";
import { oneVsRestIsNotSoftmax } from "./one-vs-rest-is-not-softmax.ts";
import { onlyTheNormFormAcceptsSoftLabels } from "./only-the-norm-form-accepts-soft-labels.ts";
import { paddingMovesOverlapWhenBackgroundCounts } from "./padding-moves-overlap-when-background-counts.ts";
import { paddingWithSolvedBackgroundDividesThePerPixelLosses } from "./padding-with-solved-background-divides-the-per-pixel-losses.ts";
import { paddingWithSolvedBackgroundLeavesOverlapOfTheCurvesAlone } from "./padding-with-solved-background-leaves-overlap-of-the-curves-alone.ts";
import { partOfTheGapIsSlowOptimisationInTheLab } from "./part-of-the-gap-is-slow-optimisation-in-the-lab.ts";
import { permutingClassesChangesNoLossWithBackgroundIn } from "./permuting-classes-changes-no-loss-with-background-in.ts";
import { permutingPixelsChangesNoLoss } from "./permuting-pixels-changes-no-loss.ts";
import { pooledSoftmaxDiceIsMeanAbsoluteError } from "./pooled-softmax-dice-is-mean-absolute-error.ts";
import { pooledSoftmaxTverskyIgnoresTheTilt } from "./pooled-softmax-tversky-ignores-the-tilt.ts";
import { positiveWeightMovesTheDecisionPoint } from "./positive-weight-moves-the-decision-point.ts";
import { powerBeforeOrAfterTheClassMean } from "./power-before-or-after-the-class-mean.ts";
import { productDiceOnAHalfLabelIsMinimisedAtOne } from "./product-dice-on-a-half-label-is-minimised-at-one.ts";
import { raisingBothTverskyWeightsRaisesTheLoss } from "./raising-both-tversky-weights-raises-the-loss.ts";
import { recallRisesAndPrecisionFallsAlongTheTilt } from "./recall-rises-and-precision-falls-along-the-tilt.ts";
import { salehiPrintedGradientsFail } from "./salehi-printed-gradients-fail.ts";
import { sensitivityRisesWithTheWeightOfAMissInTheLesionSweep } from "./sensitivity-rises-with-the-weight-of-a-miss-in-the-lesion-sweep.ts";
import { smoothingIsCountedInPixels } from "./smoothing-is-counted-in-pixels.ts";
import { softmaxOverOneChannelIsAlwaysOne } from "./softmax-over-one-channel-is-always-one.ts";
import { squaredCountsAreNotVnetDice } from "./squared-counts-are-not-vnet-dice.ts";
import { squaredDiceIsLinearDiceOnHardMasks } from "./squared-dice-is-linear-dice-on-hard-masks.ts";
import { squaredDiceLetsGoOfFaintStrays } from "./squared-dice-lets-go-of-faint-strays.ts";
import { sudreGradientHasTheScoresSign } from "./sudre-gradient-has-the-scores-sign.ts";
import { sudreTwoClassDiceOnAnEmptyPatch } from "./sudre-two-class-dice-on-an-empty-patch.ts";
import { swappingPredictionAndTruthSwapsTheTverskyWeights } from "./swapping-prediction-and-truth-swaps-the-tversky-weights.ts";
import { symmetricLossesSurviveTheSwap } from "./symmetric-losses-survive-the-swap.ts";
import { theBackgroundIsSolvedAndTheCurvesAreNot } from "./the-background-is-solved-and-the-curves-are-not.ts";
import { theCodedComboTermRewardsTheError } from "./the-coded-combo-term-rewards-the-error.ts";
import { theCompanionPairCannotBePooledEither } from "./the-companion-pair-cannot-be-pooled-either.ts";
import { theCrossEntropyOfTheClassFrequenciesVanishes } from "./the-cross-entropy-of-the-class-frequencies-vanishes.ts";
import { theCurveScoresCannotBePooled } from "./the-curve-scores-cannot-be-pooled.ts";
import { theExponentsOfPaperAndCodeAreReciprocal } from "./the-exponents-of-paper-and-code-are-reciprocal.ts";
import { theFamiliesAreNearlyAlikeAtMildSharesInTheLab } from "./the-families-are-nearly-alike-at-mild-shares-in-the-lab.ts";
import { theFiveSpreadOnTwoTasksOfFour } from "./the-five-spread-on-two-tasks-of-four.ts";
import { theLovaszHingeRestsAtUnitMargins } from "./the-lovasz-hinge-rests-at-unit-margins.ts";
import { theLovaszSlopesAreShares } from "./the-lovasz-slopes-are-shares.ts";
import { theLovaszValueIgnoresTheOrderOfTies } from "./the-lovasz-value-ignores-the-order-of-ties.ts";
import { thePairsAgreeWithAveragingOverFrames } from "./the-pairs-agree-with-averaging-over-frames.ts";
import { thePerPixelLossesDoNotSeeTheWidth } from "./the-per-pixel-losses-do-not-see-the-width.ts";
import { thePlainMeanStillRanksTheEmptyAnswerLast } from "./the-plain-mean-still-ranks-the-empty-answer-last.ts";
import { thePowerAddsNothingToTverskyInTheLab } from "./the-power-adds-nothing-to-tversky-in-the-lab.ts";
import { theSlopeOfLinearDiceTakesTwoValues } from "./the-slope-of-linear-dice-takes-two-values.ts";
import { theTiltDoesNotLowerTheTraceErrorInTheLab } from "./the-tilt-does-not-lower-the-trace-error-in-the-lab.ts";
import { theTiltIsBlindToASidewaysShift } from "./the-tilt-is-blind-to-a-sideways-shift.ts";
import { theTiltKeepsMostRecallInTheLab } from "./the-tilt-keeps-most-recall-in-the-lab.ts";
import { theTraceErrorFallsByAboutAQuarter } from "./the-trace-error-falls-by-about-a-quarter.ts";
import { theWeightOfAStrayAnswersToStraysOnly } from "./the-weight-of-a-stray-answers-to-strays-only.ts";
import { tverskyAtOneHalfIsDice } from "./tversky-at-one-half-is-dice.ts";
import { tverskyAtOneIsJaccard } from "./tversky-at-one-is-jaccard.ts";
import { tverskyMarginalPrice } from "./tversky-marginal-price.ts";
import { tverskyOnHardMasksIsFBeta } from "./tversky-on-hard-masks-is-f-beta.ts";
import { tverskyWithAZeroWeightCanBeUndefined } from "./tversky-with-a-zero-weight-can-be-undefined.ts";
import { twoClassSoftmaxFocalIsSigmoidFocal } from "./two-class-softmax-focal-is-sigmoid-focal.ts";
import { vnetGradientAsPrintedIsRight } from "./vnet-gradient-as-printed-is-right.ts";
import { weightedCrossEntropyOfEqualWeightsIsCrossEntropy } from "./weighted-cross-entropy-of-equal-weights-is-cross-entropy.ts";
import { weightedDiceIsNotGeneralisedDice } from "./weighted-dice-is-not-generalised-dice.ts";
import { weightsInsideEachRatioCancel } from "./weights-inside-each-ratio-cancel.ts";

/** Every check by its claim. A claim without one says why in `unchecked`; the content check compares the two lists. */
export const checks: Readonly<Record<string, Check>> = {
  "a-common-shift-of-the-logits-changes-nothing": aCommonShiftOfTheLogitsChangesNothing,
  "a-confident-sigmoid-rounds-to-one": aConfidentSigmoidRoundsToOne,
  "a-lovasz-pixel-that-stands-later-pulls-no-more": aLovaszPixelThatStandsLaterPullsNoMore,
  "a-lower-surrogate-can-hide-a-worse-mask": aLowerSurrogateCanHideAWorseMask,
  "a-second-softmax-caps-confidence": aSecondSoftmaxCapsConfidence,
  "a-sideways-shift-costs-dice-one-over-the-width": aSidewaysShiftCostsDiceOneOverTheWidth,
  "a-threshold-shift-regains-most-of-the-gap-in-the-lab": aThresholdShiftRegainsMostOfTheGapInTheLab,
  "abraham-figure-and-equation-part": abrahamFigureAndEquationPart,
  "absent-classes-counted-as-zero-dilute-the-mean": absentClassesCountedAsZeroDiluteTheMean,
  "answering-background-everywhere-beats-the-baseline-on-background":
    answeringBackgroundEverywhereBeatsTheBaselineOnBackground,
  "answering-background-everywhere-wins-the-frequency-weighted-iou":
    answeringBackgroundEverywhereWinsTheFrequencyWeightedIou,
  "any-order-of-ties-gives-a-subgradient": anyOrderOfTiesGivesASubgradient,
  "averages-of-dice-and-of-iou-can-disagree": averagesOfDiceAndOfIouCanDisagree,
  "averaging-frames-can-only-lower-f1": averagingFramesCanOnlyLowerF1,
  "averaging-over-channels-divides-cross-entropy": averagingOverChannelsDividesCrossEntropy,
  "background-everywhere-stuck-values": backgroundEverywhereStuckValues,
  "batch-dice-hides-a-missed-small-object": batchDiceHidesAMissedSmallObject,
  "batch-dice-of-identical-images-is-image-dice": batchDiceOfIdenticalImagesIsImageDice,
  "class-shares-are-the-best-constant": classSharesAreTheBestConstant,
  "copied-letters-favour-the-other-error": copiedLettersFavourTheOtherError,
  "cross-entropy-and-dice-change-places-between-two-runs": crossEntropyAndDiceChangePlacesBetweenTwoRuns,
  "cross-entropy-asks-for-the-true-probability": crossEntropyAsksForTheTrueProbability,
  "cross-entropy-does-not-always-lose-most-in-the-lab": crossEntropyDoesNotAlwaysLoseMostInTheLab,
  "cross-entropy-gradient-is-the-probability-error": crossEntropyGradientIsTheProbabilityError,
  "cross-entropy-leads-the-multi-organ-task": crossEntropyLeadsTheMultiOrganTask,
  "cross-entropy-prices-mirrored-errors-alike": crossEntropyPricesMirroredErrorsAlike,
  "curve-one-is-the-easier-by-both-scores": curveOneIsTheEasierByBothScores,
  "dice-is-a-function-of-jaccard": diceIsAFunctionOfJaccard,
  "dice-outscores-cross-entropy-in-the-lab": diceOutscoresCrossEntropyInTheLab,
  "dice-stays-in-range-for-probabilities-only": diceStaysInRangeForProbabilitiesOnly,
  "empty-mask-dice-is-decided-by-smoothing": emptyMaskDiceIsDecidedBySmoothing,
  "expected-dice-is-smallest-at-a-hard-answer": expectedDiceIsSmallestAtAHardAnswer,
  "exponent-below-one-pushes-solved-classes": exponentBelowOnePushesSolvedClasses,
  "exponent-only-rescales-a-single-class": exponentOnlyRescalesASingleClass,
  "f1-of-pooled-counts-follows-from-iou": f1OfPooledCountsFollowsFromIou,
  "focal-at-gamma-one-crosses-at-one-over-e": focalAtGammaOneCrossesAtOneOverE,
  "focal-at-gamma-zero-is-cross-entropy": focalAtGammaZeroIsCrossEntropy,
  "focal-below-one-needs-log-space": focalBelowOneNeedsLogSpace,
  "focal-falls-as-the-exponent-grows": focalFallsAsTheExponentGrows,
  "focal-is-below-cross-entropy-in-the-odyssey": focalIsBelowCrossEntropyInTheOdyssey,
  "focal-is-not-proper": focalIsNotProper,
  "focal-keeps-more-recall-than-cross-entropy-in-the-lab": focalKeepsMoreRecallThanCrossEntropyInTheLab,
  "focal-normaliser-is-a-scale": focalNormaliserIsAScale,
  "focal-pulls-harder-than-cross-entropy-on-hard-pixels": focalPullsHarderThanCrossEntropyOnHardPixels,
  "focal-quiets-easy-pixels": focalQuietsEasyPixels,
  "focal-tversky-at-exponent-one-is-tversky": focalTverskyAtExponentOneIsTversky,
  "focal-tversky-slope-is-infinite-at-perfection": focalTverskySlopeIsInfiniteAtPerfection,
  "focal-with-half-weight-is-half-cross-entropy": focalWithHalfWeightIsHalfCrossEntropy,
  "from-a-prior-start-cross-entropy-gives-the-background-half":
    fromAPriorStartCrossEntropyGivesTheBackgroundHalf,
  "from-a-uniform-start-cross-entropy-listens-by-share": fromAUniformStartCrossEntropyListensByShare,
  "from-a-uniform-start-dice-still-leans-to-the-background": fromAUniformStartDiceStillLeansToTheBackground,
  "from-a-uniform-start-generalised-dice-listens-to-each-class-nearly-alike":
    fromAUniformStartGeneralisedDiceListensToEachClassNearlyAlike,
  "from-a-uniform-start-lovasz-listens-to-each-class-alike": fromAUniformStartLovaszListensToEachClassAlike,
  "generalised-dice-absent-class-rules": generalisedDiceAbsentClassRules,
  "generalised-dice-adds-nothing-to-dice-in-the-lab": generalisedDiceAddsNothingToDiceInTheLab,
  "generalised-dice-becomes-its-smallest-class": generalisedDiceBecomesItsSmallestClass,
  "generalised-dice-of-equal-classes-is-uniform": generalisedDiceOfEqualClassesIsUniform,
  "generalised-dice-of-one-class-is-dice": generalisedDiceOfOneClassIsDice,
  "generalised-dice-saturates-where-dice-does-not": generalisedDiceSaturatesWhereDiceDoesNot,
  "generalised-dice-smoothing-swamps-its-weights": generalisedDiceSmoothingSwampsItsWeights,
  "generalised-dice-with-uniform-weights-is-pooled-dice": generalisedDiceWithUniformWeightsIsPooledDice,
  "half-precision-sum-overflows": halfPrecisionSumOverflows,
  "ignored-pixels-change-nothing": ignoredPixelsChangeNothing,
  "ignored-pixels-counted-in-the-mean-dilute-it": ignoredPixelsCountedInTheMeanDiluteIt,
  "lin-derivative-as-printed-is-right": linDerivativeAsPrintedIsRight,
  "lovasz-at-the-vertices-is-the-jaccard-loss": lovaszAtTheVerticesIsTheJaccardLoss,
  "lovasz-does-not-reach-the-highest-iou-in-the-lab": lovaszDoesNotReachTheHighestIouInTheLab,
  "lovasz-first-pixel-pulls-one-over-its-union": lovaszFirstPixelPullsOneOverItsUnion,
  "lovasz-hinge-on-probabilities-scores-the-background-share":
    lovaszHingeOnProbabilitiesScoresTheBackgroundShare,
  "lovasz-is-convex-in-the-errors": lovaszIsConvexInTheErrors,
  "lovasz-lies-between-zero-and-the-largest-error": lovaszLiesBetweenZeroAndTheLargestError,
  "lovasz-on-an-absent-class-lights-one-pixel": lovaszOnAnAbsentClassLightsOnePixel,
  "lovasz-over-all-is-over-present-when-all-are-present": lovaszOverAllIsOverPresentWhenAllArePresent,
  "lovasz-parts-from-soft-jaccard-inside": lovaszPartsFromSoftJaccardInside,
  "lovasz-scales-with-the-errors": lovaszScalesWithTheErrors,
  "lovasz-ties-leave-the-value-and-move-the-gradient": lovaszTiesLeaveTheValueAndMoveTheGradient,
  "minus-dice-and-one-minus-dice-share-a-gradient": minusDiceAndOneMinusDiceShareAGradient,
  "no-pixel-outvotes-another-in-cross-entropy": noPixelOutvotesAnotherInCrossEntropy,
  "on-hard-masks-the-metric-is-one-minus-the-loss": onHardMasksTheMetricIsOneMinusTheLoss,
  "one-alpha-for-all-classes-is-a-step-size": oneAlphaForAllClassesIsAStepSize,
  "one-missed-pixel-costs-dice": oneMissedPixelCostsDice,
  "one-model-looks-useless-or-excellent-by-choice-of-average":
    oneModelLooksUselessOrExcellentByChoiceOfAverage,
  "one-vs-rest-is-not-softmax": oneVsRestIsNotSoftmax,
  "only-the-norm-form-accepts-soft-labels": onlyTheNormFormAcceptsSoftLabels,
  "padding-moves-overlap-when-background-counts": paddingMovesOverlapWhenBackgroundCounts,
  "padding-with-solved-background-divides-the-per-pixel-losses":
    paddingWithSolvedBackgroundDividesThePerPixelLosses,
  "padding-with-solved-background-leaves-overlap-of-the-curves-alone":
    paddingWithSolvedBackgroundLeavesOverlapOfTheCurvesAlone,
  "part-of-the-gap-is-slow-optimisation-in-the-lab": partOfTheGapIsSlowOptimisationInTheLab,
  "permuting-classes-changes-no-loss-with-background-in": permutingClassesChangesNoLossWithBackgroundIn,
  "permuting-pixels-changes-no-loss": permutingPixelsChangesNoLoss,
  "pooled-softmax-dice-is-mean-absolute-error": pooledSoftmaxDiceIsMeanAbsoluteError,
  "pooled-softmax-tversky-ignores-the-tilt": pooledSoftmaxTverskyIgnoresTheTilt,
  "positive-weight-moves-the-decision-point": positiveWeightMovesTheDecisionPoint,
  "power-before-or-after-the-class-mean": powerBeforeOrAfterTheClassMean,
  "product-dice-on-a-half-label-is-minimised-at-one": productDiceOnAHalfLabelIsMinimisedAtOne,
  "raising-both-tversky-weights-raises-the-loss": raisingBothTverskyWeightsRaisesTheLoss,
  "recall-rises-and-precision-falls-along-the-tilt": recallRisesAndPrecisionFallsAlongTheTilt,
  "salehi-printed-gradients-fail": salehiPrintedGradientsFail,
  "sensitivity-rises-with-the-weight-of-a-miss-in-the-lesion-sweep":
    sensitivityRisesWithTheWeightOfAMissInTheLesionSweep,
  "smoothing-is-counted-in-pixels": smoothingIsCountedInPixels,
  "softmax-over-one-channel-is-always-one": softmaxOverOneChannelIsAlwaysOne,
  "squared-counts-are-not-vnet-dice": squaredCountsAreNotVnetDice,
  "squared-dice-is-linear-dice-on-hard-masks": squaredDiceIsLinearDiceOnHardMasks,
  "squared-dice-lets-go-of-faint-strays": squaredDiceLetsGoOfFaintStrays,
  "sudre-gradient-has-the-scores-sign": sudreGradientHasTheScoresSign,
  "sudre-two-class-dice-on-an-empty-patch": sudreTwoClassDiceOnAnEmptyPatch,
  "swapping-prediction-and-truth-swaps-the-tversky-weights": swappingPredictionAndTruthSwapsTheTverskyWeights,
  "symmetric-losses-survive-the-swap": symmetricLossesSurviveTheSwap,
  "the-background-is-solved-and-the-curves-are-not": theBackgroundIsSolvedAndTheCurvesAreNot,
  "the-coded-combo-term-rewards-the-error": theCodedComboTermRewardsTheError,
  "the-companion-pair-cannot-be-pooled-either": theCompanionPairCannotBePooledEither,
  "the-cross-entropy-of-the-class-frequencies-vanishes": theCrossEntropyOfTheClassFrequenciesVanishes,
  "the-curve-scores-cannot-be-pooled": theCurveScoresCannotBePooled,
  "the-exponents-of-paper-and-code-are-reciprocal": theExponentsOfPaperAndCodeAreReciprocal,
  "the-families-are-nearly-alike-at-mild-shares-in-the-lab": theFamiliesAreNearlyAlikeAtMildSharesInTheLab,
  "the-five-spread-on-two-tasks-of-four": theFiveSpreadOnTwoTasksOfFour,
  "the-lovasz-hinge-rests-at-unit-margins": theLovaszHingeRestsAtUnitMargins,
  "the-lovasz-slopes-are-shares": theLovaszSlopesAreShares,
  "the-lovasz-value-ignores-the-order-of-ties": theLovaszValueIgnoresTheOrderOfTies,
  "the-pairs-agree-with-averaging-over-frames": thePairsAgreeWithAveragingOverFrames,
  "the-per-pixel-losses-do-not-see-the-width": thePerPixelLossesDoNotSeeTheWidth,
  "the-plain-mean-still-ranks-the-empty-answer-last": thePlainMeanStillRanksTheEmptyAnswerLast,
  "the-power-adds-nothing-to-tversky-in-the-lab": thePowerAddsNothingToTverskyInTheLab,
  "the-slope-of-linear-dice-takes-two-values": theSlopeOfLinearDiceTakesTwoValues,
  "the-tilt-does-not-lower-the-trace-error-in-the-lab": theTiltDoesNotLowerTheTraceErrorInTheLab,
  "the-tilt-is-blind-to-a-sideways-shift": theTiltIsBlindToASidewaysShift,
  "the-tilt-keeps-most-recall-in-the-lab": theTiltKeepsMostRecallInTheLab,
  "the-trace-error-falls-by-about-a-quarter": theTraceErrorFallsByAboutAQuarter,
  "the-weight-of-a-stray-answers-to-strays-only": theWeightOfAStrayAnswersToStraysOnly,
  "tversky-at-one-half-is-dice": tverskyAtOneHalfIsDice,
  "tversky-at-one-is-jaccard": tverskyAtOneIsJaccard,
  "tversky-marginal-price": tverskyMarginalPrice,
  "tversky-on-hard-masks-is-f-beta": tverskyOnHardMasksIsFBeta,
  "tversky-with-a-zero-weight-can-be-undefined": tverskyWithAZeroWeightCanBeUndefined,
  "two-class-softmax-focal-is-sigmoid-focal": twoClassSoftmaxFocalIsSigmoidFocal,
  "vnet-gradient-as-printed-is-right": vnetGradientAsPrintedIsRight,
  "weighted-cross-entropy-of-equal-weights-is-cross-entropy":
    weightedCrossEntropyOfEqualWeightsIsCrossEntropy,
  "weighted-dice-is-not-generalised-dice": weightedDiceIsNotGeneralisedDice,
  "weights-inside-each-ratio-cancel": weightsInsideEachRatioCancel,
};
