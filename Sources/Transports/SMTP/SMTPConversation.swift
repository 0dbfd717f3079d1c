internal import Distribution

/// The conversation about many mails over one open connection, as a pure state machine.
///
/// The relay's replies go in; bytes to write and settled mails come out. With PIPELINING (RFC 2920) a mail's MAIL,
/// RCPT and DATA are one write, which also carries the data and the final dot of the mail before: one round trip for
/// each mail. Without it every command waits for its reply.
///
/// It knows at every moment whose content may have left, so that a lost connection makes a mail `unknown` only if its
/// final dot was offered to the wire, and never the mail behind it.
struct SMTPConversation {
    /// Composes the mail with this index, or says why it cannot be sent.
    typealias Composer = (Int) -> Result<WireMail, Unprepared>

    /// Set for an orderly stop: what was begun is finished, nothing else is begun.
    var isStopping = false

    private let count: Int
    private let offered: SMTPCapabilities
    private let compose: Composer
    private var next = 0
    private var expected: [Expectation] = []
    /// Its commands were begun, and no content was sent.
    private var current: Transaction?
    /// Its content was handed out, and its final reply is awaited.
    private var awaitingFinal: Int?
    private var dotMayHaveLeft = false
    private var needsReset = false

    init(count: Int, offered: SMTPCapabilities, compose: @escaping Composer) {
        self.count = count
        self.offered = offered
        self.compose = compose
    }

    /// What the next reply will answer; `nil` if none is awaited.
    var awaited: Expectation? { expected.first }

    mutating func begin() -> Step {
        var step = Step()
        beginNext(&step)
        return step
    }

    /// To be called before bytes up to a step's `dotEnd` are offered to the connection.
    mutating func dotIsOffered() {
        dotMayHaveLeft = true
    }

    mutating func take(_ reply: SMTPReply) -> Step {
        var step = Step()
        guard !expected.isEmpty else {
            step.ending = reply.code == 421 ? .closing(reply) : .violation(reply)
            return step
        }
        let answered = expected.removeFirst()
        if reply.code == 421, answered != .final {
            step.ending = .closing(reply)
            return step
        }
        switch answered {
        case .reset: takeReset(reply, &step)
        case .mail: takeEnvelope(reply, .mailFrom, &step)
        case .recipient: takeEnvelope(reply, .recipient, &step)
        case .data: takeData(reply, &step)
        case .emptyFinal:
            needsReset = true
            beginNext(&step)
        case .final: takeFinal(reply, &step)
        }
        return step
    }

    /// What is left when the connection is over, for whatever reason.
    func remains() -> Remains {
        var remains = Remains(notBegun: Array(next..<count))
        if let awaitingFinal {
            remains.interrupted = awaitingFinal
            remains.dotMayHaveLeft = dotMayHaveLeft
        }
        if let current {
            if let failure = current.failure {
                remains.settled.append(Settled(index: current.index, cause: failure))
            } else {
                remains.contentNotSent = current.index
            }
        }
        return remains
    }

    private mutating func takeReset(_ reply: SMTPReply, _ step: inout Step) {
        guard reply.isDone else {
            step.ending = .violation(reply)
            return
        }
        if !offered.hasPipelining, let current {
            say(SMTPCommands.mail(current.mail, offered), .mail, &step)
        }
    }

    private mutating func takeEnvelope(
        _ reply: SMTPReply,
        _ stage: AttemptResult.Stage,
        _ step: inout Step
    ) {
        guard reply.isDone || reply.isRefusal else {
            step.ending = .violation(reply)
            return
        }
        if reply.isRefusal, current?.failure == nil {
            current?.failure = .reply(stage, reply)
        }
        guard !offered.hasPipelining, let current else { return }
        if current.failure != nil {
            settleFailure(&step)
            beginNext(&step)
        } else if stage == .mailFrom {
            say(SMTPCommands.recipient(current.mail, offered), .recipient, &step)
        } else {
            say(SMTPCommands.data, .data, &step)
        }
    }

    private mutating func takeData(_ reply: SMTPReply, _ step: inout Step) {
        guard let transaction = current, reply.code == 354 || reply.isRefusal else {
            step.ending = .violation(reply)
            return
        }
        if reply.isRefusal {
            if transaction.failure == nil { current?.failure = .reply(.data, reply) }
            settleFailure(&step)
            beginNext(&step)
        } else if transaction.failure != nil {
            // RFC 2920 section 3.1: the server wants data for a mail without a recipient. A dot alone gives it none,
            // and nothing is sent behind it until the server has said what it made of that.
            settleFailure(&step)
            say(".\r\n", .emptyFinal, &step)
        } else {
            current = nil
            awaitingFinal = transaction.index
            dotMayHaveLeft = false
            step.bytes += transaction.mail.dataBlock
            step.dotEnd = step.bytes.count
            expected.append(.final)
            if offered.hasPipelining { beginNext(&step) }
        }
    }

    private mutating func takeFinal(_ reply: SMTPReply, _ step: inout Step) {
        guard let index = awaitingFinal, reply.isDone || reply.isRefusal else {
            step.ending = .violation(reply)
            return
        }
        awaitingFinal = nil
        dotMayHaveLeft = false
        step.settled.append(Settled(index: index, cause: .reply(.final, reply)))
        if reply.code == 421 {
            step.ending = .closing(reply)
        } else {
            beginNext(&step)
        }
    }

    private mutating func settleFailure(_ step: inout Step) {
        guard let transaction = current, let failure = transaction.failure else { return }
        current = nil
        needsReset = true
        step.settled.append(Settled(index: transaction.index, cause: failure))
    }

    private mutating func beginNext(_ step: inout Step) {
        while current == nil, next < count, !isStopping {
            let index = next
            next += 1
            switch compose(index) {
            case .failure(let unprepared):
                step.settled.append(Settled(index: index, cause: .unprepared(unprepared)))
            case .success(let mail):
                current = Transaction(index: index, mail: mail)
                if needsReset { say(SMTPCommands.reset, .reset, &step) }
                if offered.hasPipelining || !needsReset {
                    say(SMTPCommands.mail(mail, offered), .mail, &step)
                }
                if offered.hasPipelining {
                    say(SMTPCommands.recipient(mail, offered), .recipient, &step)
                    say(SMTPCommands.data, .data, &step)
                }
                needsReset = false
            }
        }
    }

    private mutating func say(_ line: String, _ awaited: Expectation, _ step: inout Step) {
        step.bytes += line.utf8
        expected.append(awaited)
    }
}

extension SMTPConversation {
    /// What a reply answers.
    enum Expectation: Equatable, Sendable {
        case reset
        case mail
        case recipient
        case data
        case final
        /// The answer to a dot sent for a mail that had already failed.
        case emptyFinal
    }

    /// What follows from a reply.
    struct Step {
        var bytes: [UInt8] = []
        /// Number of bytes after which a final dot is complete.
        var dotEnd: Int?
        var settled: [Settled] = []
        var ending: Ending?
    }

    enum Ending: Equatable {
        /// 421: the relay closes the connection.
        case closing(SMTPReply)
        /// A reply that makes no sense here: nothing that follows could be trusted.
        case violation(SMTPReply)
    }

    struct Settled {
        let index: Int
        let cause: Cause
    }

    enum Cause {
        case reply(AttemptResult.Stage, SMTPReply)
        case unprepared(Unprepared)
    }

    /// Why a mail could not be composed.
    struct Unprepared: Error {
        let sentence: String
    }

    struct Remains {
        var notBegun: [Int]
        /// Begun, but no byte of its content was sent.
        var contentNotSent: Int?
        /// Its content was on the way, or its final reply was awaited.
        var interrupted: Int?
        var dotMayHaveLeft = false
        var settled: [Settled] = []

        init(notBegun: [Int]) {
            self.notBegun = notBegun
        }
    }

    private struct Transaction {
        let index: Int
        let mail: WireMail
        var failure: Cause?
    }
}
