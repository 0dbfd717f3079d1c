import Testing

struct DaemonFileErrorsTests {
    @Test(arguments: [
        Mistake(old: "settle: 5s", new: "setle: 5s", key: "inbox.setle", text: "did you mean 'settle'?"),
        Mistake(old: "settle: 5s", new: "settle: 5", key: "inbox.settle", text: "a duration from 1s to 10m"),
        Mistake(
            old: "settle: 5s",
            new: "settle: 11m",
            key: "inbox.settle",
            text: "a duration from 1s to 10m"
        ),
        Mistake(old: "settle: 5s", new: "settle: [5s]", key: "inbox.settle", text: "found a list"),
        Mistake(old: "settle: 5s", new: "settle:", key: "inbox.settle", text: "nothing is written here"),
        Mistake(old: "rescan: 30s", new: "rescan: 1s", key: "inbox.rescan", text: "a duration from 5s to 1h"),
        Mistake(old: "sessions: 4", new: "sessions: 17", key: "mail.sessions", text: "from 1 to 16"),
        Mistake(old: "sessions: 4", new: "sessions: 04", key: "mail.sessions", text: "found '04'"),
        Mistake(old: "sessions: 4", new: "sessions: 0x4", key: "mail.sessions", text: "found '0x4'"),
        Mistake(old: "council: ", new: "councl: ", key: "council", text: "the key is missing"),
        Mistake(
            old: "hold_everything: false",
            new: "hold_everything: no",
            key: "hold_everything",
            text: "true or false"
        ),
        Mistake(
            old: "unknown: resend",
            new: "unknown: resent",
            key: "unknown",
            text: "did you mean 'resend'?"
        ),
        Mistake(
            old: "smtp://relay",
            new: "http://relay",
            key: "mail.relay",
            text: "begin it with smtp:// or smtps://"
        ),
        Mistake(
            old: "smtp://relay",
            new: "smtp://me:pw@relay",
            key: "mail.relay",
            text: "user and password_file"
        ),
        Mistake(
            old: ".example:587",
            new: ".example:99999",
            key: "mail.relay",
            text: "no usable host or port"
        ),
        Mistake(old: "tls: required", new: "tls: none", key: "mail.tls", text: "unencrypted"),
        Mistake(old: "#user: ", new: "user: ", key: "mail.user", text: "user without password_file"),
        Mistake(
            old: "#password_file: ",
            new: "password_file: ",
            key: "mail.password_file",
            text: "without user"
        ),
        Mistake(
            old: "sessions: 4",
            new: "oauth2: {token_url: x}",
            key: "mail.oauth2",
            text: "not yet supported"
        ),
        Mistake(old: "<minutes@council", new: "<minutes council", key: "mail.from", text: "not a mailbox"),
        Mistake(
            old: "minutes-bounces@",
            new: "minutes bounces@",
            key: "mail.bounces",
            text: "not a mail address"
        ),
        Mistake(
            old: "minutes-bounces@",
            new: "minutes-bounces-of-the-strategy-meetings@",
            key: "mail.bounces",
            text: "longer than 39 characters"
        ),
        Mistake(old: "retry: [1m,", new: "retry: [soon,", key: "retry[1]", text: "found 'soon'"),
        Mistake(
            old: "retry: [1m, 5m, 15m, 1h, 2h, 4h, 8h]",
            new: "retry: []",
            key: "retry",
            text: "1 to 50 waits"
        ),
        Mistake(
            old: "warn_delay: 4h",
            new: "warn_delay: 3d",
            key: "warn_delay",
            text: "shorter than give_up"
        ),
        Mistake(old: "retry: [1m, ", new: "retry: [2d, ", key: "give_up", text: "before the first retry"),
        Mistake(
            old: "path: /srv/minutes",
            new: "path: /var/lib/minuted/in",
            key: "inbox",
            text: "keep them apart"
        ),
        Mistake(
            old: "relay.council.example:587",
            new: "relay%0d%0aRSET.example",
            key: "mail.relay",
            text: "no usable host or port"
        ),
        Mistake(
            old: "default: [{to: safeguarding-lead, at: 0m}]",
            new: "default: []",
            key: "alerts.default",
            text: "nobody would be told"
        ),
        Mistake(
            old: "default: [{to: safeguarding-lead, at: 0m}]",
            new: "file-held: [{to: safeguarding-lead}]",
            key: "alerts.default",
            text: "the key is missing"
        ),
        Mistake(
            old: "education-not-consulted:",
            new: "education-not-consulte:",
            key: "alerts.education-not-consulte",
            text: "did you mean 'education-not-consulted'?"
        ),
        Mistake(
            old: "to: service-manager",
            new: "to: service-manger",
            key: "alerts.education-not-consulted[2].to",
            text: "did you mean 'service-manager'?"
        ),
        Mistake(
            old: "at: 4h working",
            new: "at: 4h workin",
            key: "alerts.education-not-consulted[2].at",
            text: "4h working"
        ),
        Mistake(
            old: "{email: lead@council.example}",
            new: "{}",
            key: "alerts.people.safeguarding-lead",
            text: "neither email nor webhook"
        ),
        Mistake(
            old: "staff: 127.0.0.1:8080",
            new: "staff: 0.0.0.0:80",
            key: "web.staff",
            text: "reverse proxy"
        ),
        Mistake(old: "format: text", new: "format: xml", key: "log.format", text: "one of json, text"),
        Mistake(old: "state: /var", new: "state: ~/var", key: "state", text: "begins with ~"),
    ])
    func `a mistake in the daemon's file is one error at its key`(mistake: Mistake) throws {
        try mistake.check(in: "minuted.yaml")
    }
}
