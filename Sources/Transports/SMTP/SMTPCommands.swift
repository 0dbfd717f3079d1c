internal import Distribution

/// The command lines of one mail, each with its CR LF.
///
/// Parameters are only given where the relay offered them. Addresses come as `MailAddress`, which cannot hold a line
/// end; everything else is encoded here.
enum SMTPCommands {
    static let reset = "RSET\r\n"
    static let data = "DATA\r\n"
    static let quit = "QUIT\r\n"

    /// RFC 5321 section 4.1.1.2 with RFC 1870, RFC 6152 and RFC 3461.
    ///
    /// `RET=HDRS`: a bounce must not carry the minutes through other people's mailboxes.
    static func mail(_ mail: WireMail, _ offered: SMTPCapabilities) -> String {
        var line = "MAIL FROM:<\(mail.returnPath.text)>"
        if offered.hasSize { line += " SIZE=\(mail.content.count)" }
        if offered.hasEightBitMIME { line += " BODY=7BIT" }
        if offered.hasDSN {
            line += " RET=HDRS"
            let id = xtext(mail.envelopeID)
            if (1...100).contains(id.utf8.count) { line += " ENVID=\(id)" }
        }
        return line + "\r\n"
    }

    static func recipient(_ mail: WireMail, _ offered: SMTPCapabilities) -> String {
        var line = "RCPT TO:<\(mail.to.text)>"
        if offered.hasDSN { line += " NOTIFY=SUCCESS,FAILURE,DELAY ORCPT=rfc822;\(xtext(mail.to.text))" }
        return line + "\r\n"
    }

    /// RFC 3461 section 4: printable ASCII but `+` and `=` as it is, the rest as `+` and two hexadecimal digits.
    static func xtext(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var result = ""
        for byte in text.utf8 {
            if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "+"), byte != UInt8(ascii: "=") {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "+" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
            }
        }
        return result
    }
}
