/// The council's mail relay and how to speak to it (`mail:` of the configuration).
package struct RelayOptions: Codable, Equatable, Sendable {
    package var host: String
    package var port: Int
    package var security: Security
    /// Certificate authorities to trust, as a PEM file.
    package var ca: String
    /// `nil`: no AUTH.
    package var login: Login?
    /// The name given in EHLO; `nil` for the machine's own.
    package var heloName: String?
    /// Connections to the relay at the same time.
    package var sessions: Int

    package init(
        host: String,
        port: Int,
        security: Security = .startTLS,
        ca: String = "/etc/ssl/certs/ca-certificates.crt",
        login: Login? = nil,
        heloName: String? = nil,
        sessions: Int = 4
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.ca = ca
        self.login = login
        self.heloName = heloName
        self.sessions = sessions
    }

    package enum Security: String, Codable, Sendable {
        /// `smtp://`: STARTTLS is required, or nothing is sent.
        case startTLS = "starttls"
        /// `smtps://`: TLS from the start.
        case implicitTLS = "implicit-tls"
        /// Loopback only; the configuration refuses it for any other host.
        case none
    }

    package struct Login: Codable, Equatable, Sendable {
        package var user: String
        package var passwordFile: String

        package init(user: String, passwordFile: String) {
            self.user = user
            self.passwordFile = passwordFile
        }
    }
}
