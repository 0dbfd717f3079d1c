internal import Foundation
internal import NIOCore
internal import NIOSSL

/// One client's dialogue with a stand-in, after RFC 5321 to the letter: order, line ends and parameters are checked.
struct SMTPStandInDialogue: Sendable {
    let options: SMTPStandIn.Options
    let number: Int
    let events: AsyncStream<SMTPEvent>.Continuation
    let channel: any Channel

    func run(over connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async throws {
        events.yield(.connected(connection: number))
        try await connection.executeThenClose { inbound, outbound in
            var wire = SMTPStandInWire(inbound: inbound, outbound: outbound, segment: options.segment)
            var state = State(isEncrypted: options.security == .implicitTLS)
            try await serve(&wire, &state)
            try await wire.flush()
        }
    }

    private func serve(_ wire: inout SMTPStandInWire, _ state: inout State) async throws {
        guard
            try await step(
                .greeting,
                "",
                &wire,
                &state,
                { wire, _ in
                    wire.say(lines: ["220 stand-in.example ESMTP"])
                }
            )
        else { return }
        while let line = try await wire.line() {
            guard line.isStrict, line.bytes.count <= 1000 else {
                return wire.say(lines: ["521 5.5.2 Line end or length not allowed"])
            }
            let text = line.text
            events.yield(.command(connection: number, line: text))
            let verb = text.prefix { $0 != " " && $0 != ":" }.uppercased()
            if ["EHLO", "DATA", "QUIT", "STARTTLS"].contains(verb), wire.hasMore {
                return wire.say(lines: ["503 5.5.0 Sent ahead where no answer was awaited"])
            }
            if wire.hasMore, !options.extensions.contains(.pipelining) {
                return wire.say(lines: ["503 5.5.0 PIPELINING was not offered"])
            }
            guard try await command(verb, text, &wire, &state) else { return }
        }
    }

    /// Asks the script, then does what it says; returns whether the connection goes on.
    private func step(
        _ stage: SMTPMoment.Stage,
        _ line: String,
        _ wire: inout SMTPStandInWire,
        _ state: inout State,
        _ proceed: (inout SMTPStandInWire, inout State) async throws -> Void
    ) async throws -> Bool {
        var action = options.script(
            SMTPMoment(stage: stage, line: line, connection: number, mail: state.mails)
        )
        while case .after(let signal, let next) = action {
            try await wire.flush()
            await signal.wait()
            action = next
        }
        switch action {
        case .proceed:
            try await proceed(&wire, &state)
            return !state.isOver
        case .answer(let lines):
            wire.say(lines: lines)
            return true
        case .answerAndClose(let lines):
            wire.say(lines: lines)
            return false
        case .close:
            return false
        case .takeAndClose:
            state.take(number, events)
            return false
        case .proceedThenClose(let lines):
            try await proceed(&wire, &state)
            wire.say(lines: lines)
            return false
        case .garbage(let bytes):
            wire.say(bytes)
            return true
        case .after:
            return true
        }
    }

    private func command(
        _ verb: String,
        _ line: String,
        _ wire: inout SMTPStandInWire,
        _ state: inout State
    ) async throws -> Bool {
        switch verb {
        case "EHLO", "HELO":
            return try await step(.ehlo, line, &wire, &state) { wire, state in
                state.greet()
                wire.say(lines: verb == "HELO" ? ["250 stand-in.example"] : greeting(state))
            }
        case "STARTTLS":
            return try await step(.startTLS, line, &wire, &state) { wire, state in
                try await startTLS(&wire, &state)
            }
        case "AUTH":
            return try await step(.auth, line, &wire, &state) { wire, state in
                try await authenticate(line, &wire, &state)
            }
        case "MAIL":
            state.mails += 1
            return try await step(.mail, line, &wire, &state) { wire, state in
                wire.say(lines: [state.mailFrom(line, options)])
            }
        case "RCPT":
            return try await step(.recipient, line, &wire, &state) { wire, state in
                wire.say(lines: [state.recipient(line, options)])
            }
        case "DATA":
            return try await data(line, &wire, &state)
        case "RSET":
            return try await step(.reset, line, &wire, &state) { wire, state in
                state.reset()
                wire.say(lines: ["250 2.0.0 Ok"])
            }
        case "NOOP":
            wire.say(lines: ["250 2.0.0 Ok"])
            return true
        case "QUIT":
            return try await step(.quit, line, &wire, &state) { wire, state in
                wire.say(lines: ["221 2.0.0 Bye"])
                state.isOver = true
            }
        default:
            wire.say(lines: ["500 5.5.2 Command not known"])
            return true
        }
    }

    private func greeting(_ state: State) -> [String] {
        var words = ["stand-in.example greets you"]
        for item in options.extensions.sorted(by: { $0.rawValue < $1.rawValue }) {
            words.append(item == .size ? "SIZE \(options.sizeLimit)" : item.rawValue)
        }
        if options.security == .startTLS, !state.isEncrypted { words.append("STARTTLS") }
        if options.login != nil, state.isEncrypted { words.append("AUTH PLAIN LOGIN") }
        return words.enumerated().map { ($0.offset == words.count - 1 ? "250 " : "250-") + $0.element }
    }

    private func startTLS(_ wire: inout SMTPStandInWire, _ state: inout State) async throws {
        guard options.security == .startTLS, !state.isEncrypted, let context = try options.sslContext() else {
            return wire.say(lines: ["502 5.5.1 Not offered"])
        }
        try await wire.flush()
        // In one turn of the event loop, so that the client's first TLS record finds the handler in place.
        try await channel.eventLoop.submit { [channel] in
            channel.writeAndFlush(ByteBuffer(string: "220 2.0.0 Go ahead\r\n"), promise: nil)
            try channel.pipeline.syncOperations.addHandler(
                NIOSSLServerHandler(context: context),
                position: .first
            )
        }.get()
        wire.discardReceived()
        state = State(isEncrypted: true)
    }

    private func authenticate(
        _ line: String,
        _ wire: inout SMTPStandInWire,
        _ state: inout State
    ) async throws {
        guard let login = options.login, state.isEncrypted, state.user == nil else {
            return wire.say(lines: ["503 5.5.1 AUTH not offered"])
        }
        func ask(_ challenge: String) async throws -> String {
            wire.say(lines: ["334 " + Data(challenge.utf8).base64EncodedString()])
            let answer = try await wire.line()?.text ?? ""
            return Data(base64Encoded: answer).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        let words = line.split(separator: " ").map(String.init)
        let given: [String]
        switch words.dropFirst().first?.uppercased() {
        case "PLAIN":
            let initial =
                words.count > 2
                ? Data(base64Encoded: words[2]).map { String(decoding: $0, as: UTF8.self) } ?? ""
                : try await ask("")
            given = Array(
                initial.split(separator: "\0", omittingEmptySubsequences: false).map(String.init).dropFirst()
            )
        case "LOGIN":
            given = [try await ask("Username:"), try await ask("Password:")]
        default:
            return wire.say(lines: ["504 5.5.4 Mechanism not known"])
        }
        if given == [login.user, login.password] {
            state.user = login.user
            wire.say(lines: ["235 2.7.0 Authenticated"])
        } else {
            wire.say(lines: ["535 5.7.8 Authentication failed"])
        }
    }

    private func data(_ line: String, _ wire: inout SMTPStandInWire, _ state: inout State) async throws
        -> Bool
    {
        var mayBegin = false
        let goesOn = try await step(.data, line, &wire, &state) { wire, state in
            if let refusal = state.refusesData() {
                wire.say(lines: [refusal])
            } else {
                mayBegin = true
                wire.say(lines: ["354 End with a dot"])
            }
        }
        guard goesOn, mayBegin else { return goesOn }
        var bytes: [UInt8] = []
        while true {
            guard let line = try await wire.line() else { return false }
            guard line.isStrict else {
                wire.say(lines: ["521 5.5.2 Bare line end in the mail"])
                return false
            }
            if line.bytes == [0x2E] { break }
            bytes += line.bytes.first == 0x2E ? line.bytes[1...] : line.bytes[...]
            bytes += [0x0D, 0x0A]
        }
        state.bytes = bytes
        let stays = try await step(.final, "", &wire, &state) { wire, state in
            guard bytes.count <= options.sizeLimit else {
                return wire.say(lines: ["552 5.3.4 Too large"])
            }
            state.take(number, events)
            wire.say(lines: ["250 2.0.0 Ok: queued as \(number)-\(state.mails)"])
        }
        state.reset()
        return stays
    }
}
