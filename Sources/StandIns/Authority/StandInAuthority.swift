internal import Crypto
package import Foundation
internal import NIOSSL
internal import SwiftASN1
internal import X509

/// A throw-away certificate authority, so that the stand-ins speak TLS that is truly checked.
package struct StandInAuthority: Sendable {
    /// The authority's certificate, to be trusted by whoever speaks to a stand-in.
    package let pem: String

    private let name: DistinguishedName
    private let key: Certificate.PrivateKey

    /// Makes a new authority with a new key, valid for a day.
    package init() throws {
        // Two authorities of one name would be told apart by their signatures only, which gives misleading errors.
        let name = try DistinguishedName {
            CommonName("Minuted stand-in authority \(UInt32.random(in: 0...(.max)))")
        }
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: key.publicKey,
            notValidBefore: Date(timeIntervalSinceNow: -3600),
            notValidAfter: Date(timeIntervalSinceNow: 86400),
            issuer: name,
            subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true))
                SubjectKeyIdentifier(hash: key.publicKey)
            },
            issuerPrivateKey: key
        )
        self.name = name
        self.key = key
        pem = try certificate.serializeAsPEM().pemString
    }

    /// Writes the authority's certificate into `folder` and returns the path of the PEM file.
    package func writePEM(to folder: URL) throws -> String {
        let file = folder.appending(path: "stand-in-authority.pem")
        try Data((pem + "\n").utf8).write(to: file)
        return file.path
    }

    /// Issues a certificate for a server on this machine's loopback, or one that must be refused.
    package func identity(_ kind: IdentityKind = .loopback) throws -> ServerIdentity {
        let serverKey = P256.Signing.PrivateKey()
        let publicKey = Certificate.PrivateKey(serverKey).publicKey
        let names: [GeneralName] =
            switch kind {
            case .loopback, .expired:
                [.dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1]))]
            case .wrongName: [.dnsName("elsewhere.example")]
            }
        let end = Date(timeIntervalSinceNow: kind == .expired ? -60 : 86400)
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: publicKey,
            notValidBefore: Date(timeIntervalSinceNow: -3600),
            notValidAfter: end,
            issuer: name,
            subject: try DistinguishedName { CommonName("Minuted stand-in") },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames(names)
            },
            issuerPrivateKey: key
        )
        return ServerIdentity(
            certificate: try certificate.serializeAsPEM().pemString,
            key: serverKey.pemRepresentation
        )
    }

    package enum IdentityKind: Sendable {
        /// `localhost` and `127.0.0.1`, valid today.
        case loopback
        /// A name that nobody asks for.
        case wrongName
        /// Ended a minute ago.
        case expired
    }

    /// A server's certificate and private key, both as PEM.
    package struct ServerIdentity: Sendable {
        package let certificate: String
        package let key: String

        func tlsConfiguration() throws -> TLSConfiguration {
            .makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8))
                    .map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem))
            )
        }
    }
}
