import Foundation
import StandIns

/// Prints what the stand-in partners receive, as it happens, and keeps it as files.
actor DemoNarrator {
    private let folder: DemoFolder
    private let started = ContinuousClock.now
    private var mails = 0
    private var webhooks = 0

    init(folder: DemoFolder) { self.folder = folder }

    func say(_ text: String) {
        let seconds =
            Double((ContinuousClock.now - started).components.attoseconds) / 1e18
            + Double((ContinuousClock.now - started).components.seconds)
        print("\(String(format: "%6.2f s", seconds))  \(text)")
    }

    func received(_ mail: ReceivedMail) throws {
        mails += 1
        let to = mail.recipients.map(\.address).joined(separator: ", ")
        let headers = mail.text.prefix { _ in true }
        let subject =
            headers.split(separator: "\r\n").first { $0.lowercased().hasPrefix("subject:") } ?? "Subject: ?"
        let isAlert = subject.contains("alert")
        let name = "\(mails)-\(isAlert ? "alert" : "minutes")-to-\(to).eml"
        try Data(mail.bytes).write(to: folder.mails.appending(path: name))
        let dsn = mail.parameters["ENVID"] == nil ? "" : ", delivery report asked for"
        say(
            "mail relay: \(isAlert ? "ALERT for" : "minutes for") \(to) (\(mail.isEncrypted ? "TLS" : "NOT ENCRYPTED"), logged in as \(mail.user ?? "nobody")\(dsn)). \(subject)"
        )
    }

    func received(_ webhook: ReceivedWebhook) throws {
        webhooks += 1
        try webhook.body.write(to: folder.webhooks.appending(path: "\(webhooks).json"))
        say(
            "police webhook: \(webhook.isSigned ? "signature checked and accepted" : "SIGNATURE REFUSED"), \(webhook.body.count) bytes, no personal data"
        )
    }
}
