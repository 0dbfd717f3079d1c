import Foundation
package import Minutes
import Reading
package import Storage

/// Makes the cleaned copy of a meeting's held minutes, for a person who wants that sent.
///
/// Comes in: a meeting whose latest version is held for what nobody sees on its pages. Goes out: a copy of its document, in
/// the store and safe on disk, for the ledger to release; the document itself stays as it was. The copy was made and read
/// again in confined children, and is read as the same record. A crash before the ledger knows of the copy leaves a file in
/// the store that nothing refers to, and the minutes held.
package struct CleaningStep: Sendable {
    let ledger: Ledger
    let store: DocumentStore
    let reading: DocumentReading
    let rules: @Sendable () -> Rules

    package init(
        ledger: Ledger,
        store: DocumentStore,
        reading: DocumentReading,
        rules: @escaping @Sendable () -> Rules
    ) {
        self.ledger = ledger
        self.store = store
        self.reading = reading
        self.rules = rules
    }

    /// Why no copy is made, as a plain sentence that says what to do instead.
    package struct Refusal: Error, Equatable, CustomStringConvertible {
        package var sentence: String

        package var description: String { sentence }
    }

    /// Makes the copy of a meeting's latest version.
    ///
    /// `despite` are reasons of the hold that no cleaning mends, and that the person has decided as well.
    ///
    /// - Throws: `Refusal`; `LedgerError`; `StoreError` where the disk does not do what it should.
    package func copy(of reference: String, despite: Set<Finding.Code>) async throws -> CleanedCopy {
        guard let version = try ledger.meeting(reference: reference).versions.first else {
            throw LedgerError.noSuchMeeting(reference)
        }
        try Self.check(version, of: reference, despite: despite)
        let original = try store.bytes(of: version.sha256)
        let cleaned: CleanedDocument
        do throws(ReadingError) {
            cleaned = try await reading.cleaned(original)
        } catch {
            throw Refusal(sentence: error.sentence)
        }
        try await compare(cleaned.bytes, with: original)
        let stored = try store.put(cleaned.bytes)
        return CleanedCopy(
            version: version.number,
            original: version.sha256,
            sha256: stored.sha256,
            byteCount: stored.byteCount,
            removed: cleaned.removed.map(\.detail).joined(separator: ", ")
        )
    }

    /// The minutes wait for a decision, and cleaning is a part of the answer.
    static func check(
        _ version: VersionModel,
        of reference: String,
        despite: Set<Finding.Code>
    ) throws {
        guard version.disposition == .hold, version.releasedAt == nil, version.withdrawnAt == nil,
            version.replacedBy == nil
        else { throw LedgerError.notHeld(reference) }
        let holds = version.findings.filter { $0.severity == .hold }
        guard holds.contains(where: \.code.isMendedByCleaning) else {
            throw Refusal(
                sentence: """
                    \(reference) is not held for anything that cleaning takes out. It is held because: \(version.reason) \
                    Mend that and drop the file again, or release it as it is.
                    """
            )
        }
        let others = holds.filter { !$0.code.isMendedByCleaning && !despite.contains($0.code) }
        guard others.isEmpty else {
            var codes: [String] = []
            for other in others where !codes.contains(other.code.rawValue) {
                codes.append(other.code.rawValue)
            }
            let words = codes.map { "--despite \($0)" }.joined(separator: " ")
            throw Refusal(
                sentence: """
                    \(reference) is also held for what no cleaning mends: \(others.map(\.text).joined(separator: " ")) If \
                    that is decided as well, say so with `\(words)`; if not, mend the file and drop it again.
                    """
            )
        }
    }

    /// Both are read in the same way, now, and must say the same.
    private func compare(_ copy: Data, with original: Data) async throws {
        let rules = rules()
        let before = try await record(of: original, rules: rules)
        let after = try await record(of: copy, rules: rules)
        guard after.says(theSameAs: before), !after.markings.contains(where: \.kind.isUnseen) else {
            throw Refusal(
                sentence: """
                    No copy is sent: the cleaned copy is not read as the same record as the document. Clean the document \
                    itself, save it and drop the new file.
                    """
            )
        }
    }

    private func record(of document: Data, rules: Rules) async throws -> MeetingRecord {
        switch await reading.read(document, rules: rules) {
        case .success(.minutes(let record)): record
        case .success(.notMinutes(let reason)): throw Refusal(sentence: "No copy is sent: \(reason)")
        case .failure(let error): throw Refusal(sentence: "No copy is sent: \(error.sentence)")
        }
    }
}
