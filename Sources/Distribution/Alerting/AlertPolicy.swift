package import struct Foundation.TimeInterval

/// Who is told of an alert, and when (`alerts:` of the configuration).
package struct AlertPolicy: Codable, Equatable, Sendable {
    /// Steps by alert code; codes that are not named use `fallback`.
    package var steps: [String: [Step]]
    package var fallback: [Step]
    package var people: [String: Person]

    package init(steps: [String: [Step]] = [:], fallback: [Step], people: [String: Person]) {
        self.steps = steps
        self.fallback = fallback
        self.people = people
    }

    package func steps(for code: AlertCode) -> [Step] { steps[code.rawValue] ?? fallback }

    package struct Step: Codable, Equatable, Sendable {
        /// A key of `people`.
        package var to: String
        /// Seconds after the alert was raised.
        package var after: TimeInterval
        /// Count only working hours.
        package var isWorkingTime: Bool

        package init(to: String, after: TimeInterval = 0, isWorkingTime: Bool = false) {
            self.to = to
            self.after = after
            self.isWorkingTime = isWorkingTime
        }
    }

    package struct Person: Codable, Equatable, Sendable {
        package var channel: Channel

        package init(channel: Channel) { self.channel = channel }
    }
}
