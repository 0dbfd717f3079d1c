internal import Distribution
internal import Foundation

/// User and password for AUTH, in memory only while a connection opens.
struct SMTPLogin {
    let user: String
    let password: String

    /// Reads the password's file, or gives `nil` where no login is configured.
    ///
    /// Throws if the file cannot be used, or if the login would go over a connection without TLS.
    init?(_ options: RelayOptions) throws(SMTPOpeningFailure) {
        guard let login = options.login else { return nil }
        guard options.security != .none else {
            throw SMTPOpeningFailure(
                .prepare,
                "A login is configured without TLS; it was not sent. Set mail.tls."
            )
        }
        user = login.user
        do {
            let bytes = try SecretFile.read(login.passwordFile, purpose: "the relay's password")
            password = String(decoding: bytes, as: UTF8.self)
        } catch {
            throw SMTPOpeningFailure(.prepare, error.description)
        }
    }

    /// The text, or a notice in its place if a careless relay has put the login into it.
    func redact(_ text: String) -> String {
        let encoded = [password, "\0\(user)\0\(password)", "\(user)\0\(user)\0\(password)"].map {
            Data($0.utf8).base64EncodedString()
        }
        return ([password] + encoded).contains { text.contains($0) }
            ? "(left out: the relay repeated the login)" : text
    }
}
