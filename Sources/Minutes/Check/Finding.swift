/// One thing that the check has to say (design section 3).
package struct Finding: Codable, Equatable, Sendable {
    package var code: Code
    package var severity: Severity
    package var partner: Partner?
    /// A plain sentence.
    package var text: String
    /// The place and words it rests on; "" where it rests on something that is not there.
    package var source: String

    package init(code: Code, severity: Severity, partner: Partner? = nil, text: String, source: String = "") {
        self.code = code
        self.severity = severity
        self.partner = partner
        self.text = text
        self.source = source
    }

    package enum Severity: String, Codable, Sendable {
        /// A named person must know.
        case alert
        /// A person must look before the minutes leave.
        case hold
        /// Worth mending; never stops the minutes.
        case warning
        /// Said so that nothing is left unexplained, such as an exemption.
        case note
    }

    package enum Code: String, Codable, CaseIterable, Sendable {
        case partnerNotConsulted = "partner-not-consulted"
        case partnerExempt = "partner-exempt"
        case draft
        case notSignedOff = "not-signed-off"
        case noAttendance = "no-attendance"
        case noDate = "no-date"
        case contradictoryDate = "contradictory-date"
        case noChild = "no-child"
        case differentSettings = "different-settings"
        case severalMeetings = "several-meetings"
        case unclear
        case allegationMeeting = "allegation-meeting"
        case restricted
        case policeSensitive = "police-sensitive"
        case confidentialAddress = "confidential-address"
        case trackedChanges = "tracked-changes"
        case comments
        case hiddenText = "hidden-text"
        case embeddedObject = "embedded-object"
        case externalContent = "external-content"
        case customData = "custom-data"
        case unknownContent = "unknown-content"
        case customProperties = "custom-properties"
        case noThresholdDecision = "no-threshold-decision"
        case actionWithoutOwner = "action-without-owner"
        case actionWithoutDate = "action-without-date"
        case noChildsViews = "no-childs-views"
        case noContingency = "no-contingency"
        case chairNotNamed = "chair-not-named"
        case minutesLate = "minutes-late"
        case identifierInvalid = "identifier-invalid"
    }
}

extension Finding.Code {
    /// It is about what is in a file and not on its page, and so is mended by a cleaned copy (decision 0014).
    package var isMendedByCleaning: Bool {
        MeetingRecord.Marking.Kind(rawValue: rawValue)?.isUnseen ?? false
    }
}
