/// What a verb of a sentence says of somebody's part in the meeting, and on which side of it the person stands.
///
/// "Ann Carter attended" has the person before the verb, "apologies were received from Dr Rao" behind it.
enum ClauseVerb: String, CaseIterable, Sendable {
    case came
    case cameBehind = "came-behind"
    /// "was joined by": the person before came too.
    case cameBoth = "came-both"
    /// "was represented by": who stands behind came in the place of who stands before.
    case represented
    /// "in her place", "on behalf of Mrs Lomax".
    case inPlaceOf = "in-place-of"
    case declined
    case declinedBehind = "declined-behind"
    case silent
    case silentBehind = "silent-behind"
    case asked
    case askedBehind = "asked-behind"
    case notAsked = "not-asked"
    /// "sent", "provided", "e-mailed": what counts is what came.
    case gave
    /// "a report was received from".
    case gaveBehind = "gave-behind"
    /// "was consulted by telephone".
    case consulted
    /// "spoke to", "rang": whoever of both was not there was asked.
    case spoke

    var isBehind: Bool {
        switch self {
        case .cameBehind, .cameBoth, .represented, .declinedBehind, .silentBehind, .askedBehind, .gaveBehind:
            true
        case .came, .inPlaceOf, .declined, .silent, .asked, .notAsked, .gave, .consulted, .spoke: false
        }
    }
}
