/// A child that the meeting is about.
package struct Child: Codable, Equatable, Sendable {
    package var name: String
    /// `nil` for an unborn child, or where the document does not say.
    package var dateOfBirth: CalendarDate?
    /// The value behind a label such as "LCS ID", without the label.
    package var reference: String?
    /// The school, college, nursery or other place of education; `nil` where there is none.
    package var setting: String?

    package init(
        name: String,
        dateOfBirth: CalendarDate? = nil,
        reference: String? = nil,
        setting: String? = nil
    ) {
        self.name = name
        self.dateOfBirth = dateOfBirth
        self.reference = reference
        self.setting = setting
    }
}
