import Crypto
package import Minutes

/// Tells whether two records are of the same meeting, without keeping who it was about.
///
/// Day, time, kind and children must agree. Where day or children are not known nothing can be told, and the file's own
/// hash stands for a meeting of its own, so that no minutes ever replace another meeting's.
package enum MeetingKey {
    package static func key(for record: MeetingRecord, sha256: String) -> String {
        guard let date = record.meeting.date, !record.children.isEmpty else { return "file-\(sha256)" }
        let children = record.children.map { child in
            child.reference.map { NameKey($0).words.joined(separator: " ") }
                ?? "\(NameKey(child.name).words.joined(separator: " ")) \(child.dateOfBirth?.iso ?? "")"
        }.sorted()
        let identity = [
            date.iso, record.meeting.time?.description ?? "", record.meeting.kind.rawValue,
            children.joined(separator: ";"),
        ].joined(separator: "|")
        let digest = SHA256.hash(data: Array(identity.utf8))
        return "meeting-" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
