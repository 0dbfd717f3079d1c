import Reading

/// A file that is made to hurt, and what must become of it.
struct HostileFile {
    /// As it may be dropped: the ending may lie.
    let name: String
    let verdict: Verdict
    let bytes: @Sendable () -> [UInt8]

    enum Verdict {
        /// Refused, for a reason of one of these kinds.
        case refused(Set<ReadingError.Code>)
        /// Read, and these texts are in it word for word.
        case read([String])
        /// Either: what matters is that it ends, and that its words come through unchanged or not at all.
        case ended

        var text: String {
            switch self {
            case .refused(let codes): "refused: " + codes.map(\.rawValue).sorted().joined(separator: " or ")
            case .read: "read"
            case .ended: "an end"
            }
        }
    }

    init(_ name: String, _ verdict: Verdict, _ bytes: @escaping @Sendable () -> [UInt8]) {
        self.name = name
        self.verdict = verdict
        self.bytes = bytes
    }

    init(_ name: String, _ verdict: Verdict, text: @escaping @Sendable () -> String) {
        self.init(name, verdict) { Array(text().utf8) }
    }

    static let all: [HostileFile] =
        zips + entities + nestings + repetitions + prints + mails + lies + injections

    /// What is wrong with the end that it took, nil if it is the right one.
    ///
    /// A reading process that dies of a file is an answer to the daemon, but a defect all the same.
    func objection(to result: Result<HostileAnswer, ReadingError>) -> String? {
        switch result {
        case .success(let answer):
            switch verdict {
            case .refused: "was read"
            case .read: answer.lost.map { "lost the text \($0.debugDescription)" }
            case .ended: nil
            }
        case .failure(let error) where error == .timedOut: mayTakeTooLong ? nil : "took too long"
        case .failure(let error) where [.readerFailed, .readerUnavailable].contains(error.code):
            "ended its process: \(error.sentence)"
        case .failure(let error):
            switch verdict {
            case .refused(let codes):
                codes.contains(error.code) ? nil : "was refused as \(error.code.rawValue)"
            case .read: "was refused as \(error.code.rawValue)"
            case .ended: nil
            }
        }
    }

    /// Without optimisation everything takes ten times as long; what is left of the limit says nothing then.
    private var mayTakeTooLong: Bool {
        #if DEBUG
            true
        #else
            if case .ended = verdict { true } else { false }
        #endif
    }

    /// What must be in it word for word.
    var texts: [String] { if case .read(let texts) = verdict { texts } else { [] } }
}
