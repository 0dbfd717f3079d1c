internal import NIOSSL

extension SMTPStandIn {
    /// How a stand-in presents itself and what its script says.
    package struct Options: Sendable {
        package var security: Security
        /// Needed unless `security` is `none`.
        package var identity: StandInAuthority.ServerIdentity?
        /// Offered in EHLO; STARTTLS and AUTH follow from `security` and `login`.
        package var extensions: Set<Extension>
        /// Asked for and checked after TLS; `nil` offers no AUTH.
        package var login: Login?
        /// Largest mail in bytes (SIZE).
        package var sizeLimit: Int
        /// Bytes written at a time, each in a segment of its own; `nil` writes all that is ready.
        package var segment: Int?
        /// Asked at each moment; the default lets everything pass.
        package var script: @Sendable (SMTPMoment) -> SMTPAction

        package init(
            security: Security = .none,
            identity: StandInAuthority.ServerIdentity? = nil,
            extensions: Set<Extension> = Set(Extension.allCases),
            login: Login? = nil,
            sizeLimit: Int = 52_428_800,
            segment: Int? = nil,
            script: @escaping @Sendable (SMTPMoment) -> SMTPAction = { _ in .proceed }
        ) {
            self.security = security
            self.identity = identity
            self.extensions = extensions
            self.login = login
            self.sizeLimit = sizeLimit
            self.segment = segment
            self.script = script
        }

        func sslContext() throws -> NIOSSLContext? {
            try identity.map { try NIOSSLContext(configuration: $0.tlsConfiguration()) }
        }
    }

    package enum Security: Sendable {
        case none
        case startTLS
        case implicitTLS
    }

    package enum Extension: String, CaseIterable, Sendable {
        case pipelining = "PIPELINING"
        case size = "SIZE"
        case eightBitMIME = "8BITMIME"
        case enhancedStatusCodes = "ENHANCEDSTATUSCODES"
        case dsn = "DSN"
    }

    package struct Login: Sendable {
        package var user: String
        package var password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }
}
