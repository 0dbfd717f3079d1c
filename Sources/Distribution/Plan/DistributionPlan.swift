package import Minutes

/// Who gets the minutes and why, and who should but cannot be decided (design section 8).
package struct DistributionPlan: Codable, Equatable, Sendable {
    package var recipients: [Recipient]
    /// Deliveries that are held until somebody completes the directory or decides.
    package var undecided: [Undecided]

    package init(recipients: [Recipient] = [], undecided: [Undecided] = []) {
        self.recipients = recipients
        self.undecided = undecided
    }

    package struct Recipient: Codable, Equatable, Sendable {
        package var contact: Contact
        package var because: String

        package init(contact: Contact, because: String) {
            self.contact = contact
            self.because = because
        }
    }

    package struct Undecided: Codable, Equatable, Sendable {
        package var partner: Partner
        /// What is missing and what to do, as a plain sentence without a child's name.
        package var because: String

        package init(partner: Partner, because: String) {
            self.partner = partner
            self.because = because
        }
    }
}
