import Distribution
import Foundation

/// Reads `mail:`, the relay's URL and what depends on it included.
enum MailReader {
    static func read(_ cursor: YAMLCursor) -> DaemonConfiguration.Mail? {
        guard let section = cursor.section("relay, from and bounces") else { return nil }
        let relay = relay(section)
        let from = section.required("from", "the sender, such as `Minutes <minutes@council.example>`")?
            .mailbox()
        let bounces = section.required("bounces", "the return path for failure reports").flatMap {
            returnPath($0)
        }
        let maildir = section.ifGiven("bounce_maildir")?.namedFile(.folder)
        section.finish()
        guard let relay, let from, let bounces else { return nil }
        return .init(relay: relay, from: from, bounces: bounces, bounceMaildir: maildir)
    }

    private enum Encryption: String, CaseIterable {
        case required
        case none
    }

    private static func relay(_ section: YAMLSection) -> RelayOptions? {
        let url = section.required("relay", "smtp:// or smtps:// and a host").flatMap { relayURL($0) }
        let login = login(section)
        // The options own the defaults; host and port are known a few lines below.
        var options = RelayOptions(host: url?.host ?? "", port: url?.port ?? 0)
        options.security = url?.isImplicit == true ? .implicitTLS : .startTLS
        options.login = login
        var encryption = Encryption.required
        section.read("tls", into: &encryption) { cursor in
            guard let value = cursor.choice(Encryption.self) else { return nil }
            if value == .none, let url { refuseUnencrypted(cursor, url) }
            return value
        }
        if encryption == .none { options.security = .none }
        section.read("ca", into: &options.ca) { $0.namedFile(.certificates) }
        section.read("sessions", into: &options.sessions) { $0.integer(in: 1...16) }
        if let name = section.ifGiven("helo_name") { options.heloName = helloName(name) }
        return url == nil ? nil : options
    }

    private struct RelayURL {
        var host: String
        var port: Int
        var isImplicit: Bool
    }

    private static func relayURL(_ cursor: YAMLCursor) -> RelayURL? {
        let expected = "smtp://host:port (with STARTTLS) or smtps://host:port"
        guard let text = cursor.string(expected) else { return nil }
        guard let parts = URLComponents(string: text, encodingInvalidCharacters: false),
            let scheme = parts.scheme?.lowercased(), ["smtp", "smtps"].contains(scheme)
        else {
            cursor.refuse(
                "this is not the address of a mail relay",
                expected: expected,
                remedy: "begin it with smtp:// or smtps://"
            )
            return nil
        }
        guard parts.user == nil, parts.password == nil else {
            cursor.refuse(
                "user or password stand in the address",
                expected: expected,
                remedy: "use the keys user and password_file"
            )
            return nil
        }
        guard let host = parts.percentEncodedHost?.trimmingCharacters(in: ["[", "]"]), Host.isUsable(host),
            ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil,
            parts.port.map({ (1...65_535).contains($0) }) ?? true
        else {
            cursor.refuse("the address has no usable host or port", expected: expected)
            return nil
        }
        let isImplicit = scheme == "smtps"
        return RelayURL(host: host, port: parts.port ?? (isImplicit ? 465 : 587), isImplicit: isImplicit)
    }

    private static func refuseUnencrypted(_ cursor: YAMLCursor, _ url: RelayURL) {
        if url.isImplicit {
            cursor.refuse(because: "tls: none contradicts smtps://; use one of them")
        } else if !Host.isLoopback(url.host) {
            cursor.refuse(
                because: "minutes would cross the network unencrypted; tls: none is for a relay on "
                    + "127.0.0.1, ::1 or localhost only; delete the line"
            )
        }
    }

    private static func login(_ section: YAMLSection) -> RelayOptions.Login? {
        let user = section.ifGiven("user")
        let password = section.ifGiven("password_file")
        if let oauth = section.ifGiven("oauth2") {
            oauth.refuse(
                because: "oauth2 is not yet supported; use user and password_file, or a relay without log-in"
            )
            return nil
        }
        switch (user, password) {
        case (nil, nil):
            return nil
        case (let user?, let password?):
            let name = user.string("the user name at the relay")
            let file = password.namedFile(.secret)
            guard let name, let file else { return nil }
            return RelayOptions.Login(user: name, passwordFile: file)
        case (let user?, nil):
            user.refuse(
                because: "user without password_file; add the file that holds the password, or delete user"
            )
        case (nil, let password?):
            password.refuse(because: "password_file without user; add the user name, or delete password_file")
        }
        return nil
    }

    private static func helloName(_ cursor: YAMLCursor) -> String? {
        let expected = "this machine's full host name, such as minutes.council.example"
        guard let text = cursor.string(expected) else { return nil }
        guard Host.isUsable(text), Host.addressBits(text) == nil else {
            cursor.refuse("this is not a host name", expected: expected)
            return nil
        }
        return text
    }

    /// A token of up to 24 characters and a plus sign must fit into the 64 of a local part (RFC 5321, 4.5.3.1.1).
    private static func returnPath(_ cursor: YAMLCursor) -> MailAddress? {
        guard let address = cursor.mailAddress() else { return nil }
        guard address.local.utf8.count <= 39 else {
            cursor.refuse(
                "the part before the @ is longer than 39 characters",
                expected: "room for each delivery's token",
                remedy: "use a shorter mailbox"
            )
            return nil
        }
        return address
    }
}
