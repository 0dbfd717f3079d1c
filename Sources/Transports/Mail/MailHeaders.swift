internal import Distribution

/// The check of everything that ends up in a header, before anything is composed.
enum MailHeaders {
    /// Throws if a value holds CR, LF, NUL or another control character, or an identifier is not of its form.
    static func check(_ mail: OutgoingMail) throws(Unsafe) {
        try check(mail.subject, .subject)
        try check(mail.from.name, .senderName)
        guard mail.messageID.utf8.allSatisfy(isIdentifierByte),
            mail.messageID.split(separator: "@").count == 2,
            mail.messageID.utf8.count <= 250
        else { throw Unsafe.messageID }
        for attachment in mail.attachments {
            try check(attachment.name, .attachmentName)
            guard !attachment.name.isEmpty, !attachment.name.contains("/") else {
                throw Unsafe.attachmentName
            }
            let type = attachment.mediaType.split(separator: "/", omittingEmptySubsequences: false)
            guard type.count == 2, type.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isTokenByte) }) else {
                throw Unsafe.mediaType
            }
        }
    }

    private static func check(_ value: String, _ problem: Unsafe) throws(Unsafe) {
        guard value.utf8.count <= 500,
            value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        else { throw problem }
    }

    private static func isIdentifierByte(_ byte: UInt8) -> Bool {
        isTokenByte(byte) || byte == UInt8(ascii: "@")
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$&-^_.+".utf8.contains(byte)
        }
    }

    enum Unsafe: Error, CustomStringConvertible {
        case subject
        case senderName
        case messageID
        case attachmentName
        case mediaType
        case gmime

        var description: String {
            switch self {
            case .subject: "The mail's subject has a control character or is too long; it was not sent."
            case .senderName: "The sender's name has a control character or is too long; check mail.from."
            case .messageID: "The mail's Message-ID is not of the form left@right; it was not sent."
            case .attachmentName: "The attachment's name cannot stand in a header; the mail was not sent."
            case .mediaType:
                "The attachment's media type is not of the form type/subtype; the mail was not sent."
            case .gmime: "The MIME library could not be started."
            }
        }
    }
}
