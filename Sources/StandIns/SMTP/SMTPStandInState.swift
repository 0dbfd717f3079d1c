extension SMTPStandInDialogue {
    /// What the server remembers of one connection, and the rules that follow from it.
    struct State {
        var isEncrypted: Bool
        var user: String?
        var mails = 0
        var isOver = false
        var bytes: [UInt8] = []
        private var isGreeted = false
        private var sender: SMTPPathCommand?
        private var recipients: [SMTPPathCommand] = []

        init(isEncrypted: Bool) {
            self.isEncrypted = isEncrypted
        }

        mutating func greet() {
            reset()
            isGreeted = true
        }

        mutating func reset() {
            sender = nil
            recipients = []
            bytes = []
        }

        mutating func mailFrom(_ line: String, _ options: SMTPStandIn.Options) -> String {
            guard isGreeted, sender == nil else { return "503 5.5.1 Wrong order" }
            if options.login != nil, user == nil { return "530 5.7.0 Authentication required" }
            guard let command = SMTPPathCommand(line, prefix: "MAIL FROM:") else { return "501 5.5.4 Syntax" }
            for (key, value) in command.parameters {
                let isKnown =
                    switch key {
                    case "SIZE": options.extensions.contains(.size) && Int(value) != nil
                    case "BODY":
                        options.extensions.contains(.eightBitMIME) && ["7BIT", "8BITMIME"].contains(value)
                    case "RET": options.extensions.contains(.dsn) && ["FULL", "HDRS"].contains(value)
                    case "ENVID": options.extensions.contains(.dsn) && (1...100).contains(value.utf8.count)
                    default: false
                    }
                guard isKnown else { return "555 5.5.4 \(key) not known" }
            }
            if let size = command.parameters["SIZE"].flatMap(Int.init), size > options.sizeLimit {
                return "552 5.3.4 Too large"
            }
            sender = command
            return "250 2.1.0 Ok"
        }

        mutating func recipient(_ line: String, _ options: SMTPStandIn.Options) -> String {
            guard sender != nil else { return "503 5.5.1 Wrong order" }
            guard let command = SMTPPathCommand(line, prefix: "RCPT TO:"), !command.address.isEmpty else {
                return "501 5.5.4 Syntax"
            }
            for key in command.parameters.keys
            where !["NOTIFY", "ORCPT"].contains(key) || !options.extensions.contains(.dsn) {
                return "555 5.5.4 \(key) not known"
            }
            recipients.append(command)
            return "250 2.1.5 Ok"
        }

        /// The refusal of DATA, or `nil` if it is in order.
        func refusesData() -> String? {
            if sender == nil { return "503 5.5.1 Wrong order" }
            return recipients.isEmpty ? "554 5.5.1 No valid recipients" : nil
        }

        func take(_ connection: Int, _ events: AsyncStream<SMTPEvent>.Continuation) {
            guard let sender else { return }
            events.yield(
                .accepted(
                    ReceivedMail(
                        connection: connection,
                        isEncrypted: isEncrypted,
                        user: user,
                        returnPath: sender.address,
                        parameters: sender.parameters,
                        recipients: recipients.map {
                            ReceivedMail.Recipient(address: $0.address, parameters: $0.parameters)
                        },
                        bytes: bytes
                    )
                )
            )
        }
    }
}
