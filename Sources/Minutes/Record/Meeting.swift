/// When and what kind of meeting a record is of, as far as the document says.
package struct Meeting: Codable, Equatable, Sendable {
    /// `nil` where the document does not say, or contradicts itself.
    package var date: CalendarDate?
    package var time: ClockTime?
    package var kind: Kind
    package var urgency: Urgency
    package var status: Status

    package init(
        date: CalendarDate? = nil,
        time: ClockTime? = nil,
        kind: Kind = .other,
        urgency: Urgency = .unknown,
        status: Status = .unstated
    ) {
        self.date = date
        self.time = time
        self.kind = kind
        self.urgency = urgency
        self.status = status
    }

    package enum Kind: String, Codable, CaseIterable, Sendable {
        case strategy
        case reviewStrategy = "review-strategy"
        case complexStrategy = "complex-strategy"
        /// A meeting about an adult who works with children (LADO).
        case allegation
        case other
    }

    /// Only what the document says; never inferred from dates.
    package enum Urgency: String, Codable, CaseIterable, Sendable {
        case urgent
        case planned
        case outOfHours = "out-of-hours"
        case unknown
    }

    package enum Status: String, Codable, CaseIterable, Sendable {
        /// The chair's sign-off is recorded; an empty signature line is not one.
        case approved
        case draft
        case unstated
    }
}
