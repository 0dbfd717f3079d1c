import Reading

extension HostileFile {
    private static let head = "From: a@b.example\r\nMessage-ID: <a@b>\r\nMIME-Version: 1.0\r\n"

    /// Mail without end.
    static let mails: [HostileFile] = [
        HostileFile(
            "mail-in-mail-10000.eml",
            .refused([.tooLarge, .damaged, .empty, .unsupported]),
            text: {
                head + String(repeating: "Content-Type: message/rfc822\r\n\r\nFrom: a@b\r\n", count: 10_000)
                    + "\r\nText"
            }
        ),
        HostileFile(
            "parts-in-parts-10000.eml",
            .ended,
            text: {
                head + "Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
                    + (0..<10_000).map {
                        "--b\($0)\r\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\r\n\r\n"
                    }.joined()
            }
        ),
        HostileFile(
            "parts-100000.eml",
            .ended,
            text: {
                head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n"
                    + String(repeating: "--x\r\n\r\na\r\n", count: 100_000) + "--x--"
            }
        ),
        HostileFile(
            "header-40-mb.eml",
            .ended,
            text: { head + "Subject: " + String(repeating: "a", count: 40_000_000) + "\r\n\r\nText" }
        ),
        HostileFile(
            "fields-500000.eml",
            .ended,
            text: { head + String(repeating: "X-A: b\r\n", count: 500_000) + "\r\nText" }
        ),
        HostileFile(
            "encoded-words-200000.eml",
            .ended,
            text: {
                head + "Subject: " + String(repeating: "=?utf-8?B?QQ==?=\r\n ", count: 200_000)
                    + "\r\n\r\nText"
            }
        ),
        HostileFile(
            "comments-in-address.eml",
            .ended,
            text: { head + "To: " + String(repeating: "(", count: 1_000_000) + "\r\n\r\nText" }
        ),
        HostileFile(
            "addresses-500000.eml",
            .ended,
            text: { head + "Cc: " + String(repeating: "a@b, ", count: 500_000) + "\r\n\r\nText" }
        ),
        HostileFile(
            "parameters-100000.eml",
            .ended,
            text: {
                head + "Content-Type: text/plain" + (0..<100_000).map { ";\r\n a*\($0)*=b" }.joined()
                    + "\r\n\r\nText"
            }
        ),
        HostileFile(
            "boundary-everywhere.eml",
            .ended,
            text: {
                head + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n"
                    + String(repeating: "--\r\n", count: 500_000)
            }
        ),
        HostileFile(
            "quotes-2-mb.eml",
            .ended,
            text: {
                head + "\r\nText\r\n" + String(repeating: ">", count: 2_000_000) + " a\r\n"
                    + String(repeating: "> a\r\n", count: 50_000)
            }
        ),
        HostileFile(
            "wrote-100000.eml",
            .ended,
            text: { head + "\r\nText\r\n" + String(repeating: "On Monday Ann wrote:\r\n", count: 90_000) }
        ),
        HostileFile(
            "bomb-attached.eml",
            .refused([.tooLarge]),
            text: {
                let bomb = zips[0].bytes()
                return head
                    + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"../../minutes.docx\"\r\n\r\n"
                    + base64(bomb) + "\r\n--x--\r\n"
            }
        ),
        HostileFile(
            "texts-in-texts-3000.eml",
            .ended,
            text: {
                let one =
                    head
                    + "Content-Type: multipart/mixed; boundary=x#\r\n\r\n--x#\r\nContent-Type: text/plain\r\n"
                    + "Content-Disposition: attachment; filename=a.txt\r\n\r\n"
                return (0..<3000).map { one.replacing("#", with: String($0)) }.joined() + "Text"
            }
        ),
        HostileFile(
            "nested-attachments.eml",
            .ended,
            text: {
                var mail = head + "\r\nStrategy meeting minutes\r\n"
                for _ in 0..<12 {
                    mail =
                        head
                        + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.eml\r\n\r\n\(base64(Array(mail.utf8)))\r\n--x--\r\n"
                }
                return mail
            }
        ),
    ]

    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            if start % 57 == 0, start > 0 { text += [0x0D, 0x0A] }
            let piece = bytes[start..<min(start + 3, bytes.count)]
            let value = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
            for place in 0..<4 {
                text.append(
                    place <= piece.count ? letters[value >> (18 - 6 * place) & 63] : UInt8(ascii: "=")
                )
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
