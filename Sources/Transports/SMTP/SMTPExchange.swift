internal import Distribution

/// One conversation over one connection: carries bytes and replies between the two, and decides nothing.
struct SMTPExchange {
    private let indices: [Int]
    private let connection: SMTPConnection
    private let stop: StopSignal
    private let limits: SMTPLimits
    private var conversation: SMTPConversation
    private var settled = 0

    init(
        mails: [OutgoingMail],
        indices: [Int],
        connection: SMTPConnection,
        stop: StopSignal,
        limits: SMTPLimits
    ) {
        self.indices = indices
        self.connection = connection
        self.stop = stop
        self.limits = limits
        conversation = SMTPConversation(count: indices.count, offered: connection.capabilities) { place in
            do {
                return .success(try MailMessage.compose(mails[indices[place]]))
            } catch {
                return .failure(SMTPConversation.Unprepared(sentence: "\(error)"))
            }
        }
    }

    /// Blocks until every mail is settled or the connection is over.
    mutating func run(_ report: (Int, Results.Finding) -> Void) -> End {
        do {
            conversation.isStopping = stop.isSet
            var ending = try advance(conversation.begin(), report)
            while ending == nil, let awaited = conversation.awaited {
                let reply = try connection.receive(within: limits.limit(for: awaited))
                conversation.isStopping = stop.isSet
                ending = try advance(conversation.take(reply), report)
            }
            switch ending {
            case nil: return End(left: conversation.remains().notBegun.map { indices[$0] }, settled: settled)
            case .closing(let reply), .violation(let reply): return end(.reply(reply), report)
            }
        } catch {
            return end(.loss(error), report)
        }
    }

    private mutating func advance(
        _ step: SMTPConversation.Step,
        _ report: (Int, Results.Finding) -> Void
    ) throws(SMTPLoss) -> SMTPConversation.Ending? {
        for item in step.settled { settle(item, report) }
        guard step.ending == nil, !step.bytes.isEmpty else { return step.ending }
        var isOffered = false
        var failure: SMTPLoss?
        do {
            try connection.send(step.bytes) { count in
                if let dotEnd = step.dotEnd, count >= dotEnd { isOffered = true }
            }
        } catch {
            failure = error
        }
        if isOffered { conversation.dotIsOffered() }
        if let failure { throw failure }
        return nil
    }

    private mutating func settle(_ item: SMTPConversation.Settled, _ report: (Int, Results.Finding) -> Void) {
        settled += 1
        report(indices[item.index], Results.settled(item.cause))
    }

    private mutating func end(_ cause: Results.Ending, _ report: (Int, Results.Finding) -> Void) -> End {
        let remains = conversation.remains()
        for item in remains.settled { settle(item, report) }
        if let interrupted = remains.interrupted {
            settled += 1
            report(indices[interrupted], Results.interrupted(cause, dotMayHaveLeft: remains.dotMayHaveLeft))
        }
        let left = ([remains.contentNotSent].compactMap(\.self) + remains.notBegun).map { indices[$0] }
        return End(left: left, settled: settled, loss: Results.notBegun(cause))
    }

    struct End {
        /// Mails of whose content nothing was sent.
        var left: [Int]
        /// How many mails got their result on this connection.
        var settled: Int
        /// What to say of the mails that are left; `nil` if the connection is still good.
        var loss: Results.Finding?
    }
}
