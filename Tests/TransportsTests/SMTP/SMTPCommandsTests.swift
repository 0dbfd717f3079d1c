import Testing

@testable import Transports

struct SMTPCommandsTests {
    private func wire() throws -> WireMail {
        try WireMail(
            returnPath: try address("bounces+a=b@council.example"),
            to: try address("d+x=y@health.example"),
            envelopeID: "id+1=2",
            content: Array("Subject: x\r\n\r\n".utf8)
        )
    }

    @Test func `every parameter that the relay offers is given`() throws {
        let offered = SMTPCapabilities(keywords: ["SIZE", "8BITMIME", "DSN"])

        #expect(
            SMTPCommands.mail(try wire(), offered)
                == "MAIL FROM:<bounces+a=b@council.example> SIZE=14 BODY=7BIT RET=HDRS ENVID=id+2B1+3D2\r\n"
        )
        #expect(
            SMTPCommands.recipient(try wire(), offered)
                == "RCPT TO:<d+x=y@health.example> NOTIFY=SUCCESS,FAILURE,DELAY "
                + "ORCPT=rfc822;d+2Bx+3Dy@health.example\r\n"
        )
    }

    @Test func `nothing is given that the relay does not offer`() throws {
        let offered = SMTPCapabilities()

        #expect(SMTPCommands.mail(try wire(), offered) == "MAIL FROM:<bounces+a=b@council.example>\r\n")
        #expect(SMTPCommands.recipient(try wire(), offered) == "RCPT TO:<d+x=y@health.example>\r\n")
    }

    @Test func `xtext leaves no byte that could end a parameter`() {
        #expect(SMTPCommands.xtext("a b\r\n+=\u{E9}~") == "a+20b+0D+0A+2B+3D+C3+A9~")
    }

    @Test func `only the last EHLO answer counts`() throws {
        let replies = [
            try reply("220 relay"), try reply("250-relay", "250-DSN", "250 STARTTLS"), try reply("220 go"),
            try reply("250-relay", "250-PIPELINING", "250 size 1000"), try reply("235 in"),
        ]

        let offered = SMTPCapabilities(opening: replies)

        #expect(offered.keywords == ["PIPELINING", "SIZE"])
        #expect(offered.sizeLimit == 1000)
        #expect(offered.hasPipelining && !offered.hasDSN)
    }
}
