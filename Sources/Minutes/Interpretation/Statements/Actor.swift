/// Somebody who acts in a sentence: who tells, sends or rings, or to whom it is done.
struct Actor {
    let kind: Kind
    let words: Range<Int>

    enum Kind: Equatable {
        /// A known participant, by the place in the list.
        case person(Int)
        /// Somebody of a partner who is called by trade or agency.
        case partner(Partner)
        /// The child, and who belongs to it.
        case family
        /// Those who hold the meeting.
        case meeting
        case pronoun
        /// A name that nothing is known of.
        case stranger
    }
}
