import Foundation

/// Reads `web:`.
enum WebReader {
    static func read(_ cursor: YAMLCursor) -> DaemonConfiguration.Web? {
        guard let section = cursor.section("staff and public_url") else { return nil }
        var web = DaemonConfiguration.Web()
        section.read("staff", into: &web.staff) { listener($0) }
        web.publicURL = section.ifGiven("public_url")?.httpsURL()
        section.finish()
        return web
    }

    private static func listener(_ cursor: YAMLCursor) -> DaemonConfiguration.Web.Listener? {
        let expected = "a loopback address and a port, such as 127.0.0.1:8080"
        guard let text = cursor.string(expected) else { return nil }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port)
        else {
            cursor.refuse(cursor.foundText, expected: expected)
            return nil
        }
        let host = text[..<colon].trimmingCharacters(in: ["[", "]"])
        guard Host.isLoopback(host) else {
            cursor.refuse(
                "the pages would be open to the network without encryption",
                expected: expected,
                remedy: "put a reverse proxy with TLS and log-in before them"
            )
            return nil
        }
        return .init(host: host, port: port)
    }
}
