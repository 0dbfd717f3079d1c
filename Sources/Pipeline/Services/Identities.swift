import Distribution
package import Foundation
package import Storage

/// Makes what a delivery is known by outside: random tokens, Message-IDs and dates.
package struct Identities: Sendable {
    private let domain: String

    /// The domain is that of the sender's address, since a Message-ID must be unique in the world (RFC 5322, 3.6.4).
    package init(domain: String) { self.domain = domain }

    package func next(at now: Date) -> DeliveryIdentity {
        let token = Self.token()
        return DeliveryIdentity(token: token, messageID: "\(token)@\(domain)", date: now)
    }

    /// 24 letters and digits of base 32: 120 bits, so that nobody guesses one.
    private static func token() -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        var generator = SystemRandomNumberGenerator()
        return String((0..<24).map { _ in alphabet[Int(generator.next(upperBound: UInt32(32)))] })
    }
}

extension AlertPolicy {
    /// The notices that an alert of this code leads to, one a person, each at its step's time.
    ///
    /// When the alert is closed before a later step is due, the ledger takes that notice back.
    func notices(for code: AlertCode, raisedAt: Date, identities: Identities) -> [NewNotice] {
        var seen: Set<String> = []
        return steps(for: code).compactMap { step in
            guard let person = people[step.to], seen.insert(step.to).inserted else { return nil }
            let due =
                step.isWorkingTime
                ? WorkingTime.adding(step.after, to: raisedAt) : raisedAt.addingTimeInterval(step.after)
            return NewNotice(
                person: step.to,
                channel: person.channel,
                identity: identities.next(at: raisedAt),
                dueAt: due
            )
        }
    }
}
