internal import CCurl
internal import Distribution
internal import Foundation

/// One signed POST, made and judged on the calling thread.
struct WebhookRequest: Sendable {
    let webhook: OutgoingWebhook
    let ca: String
    let timeLimit: Duration

    /// Blocks for at most the time limit.
    func perform(at now: Date) -> AttemptResult {
        let start = ContinuousClock.now
        func result(_ outcome: AttemptResult.Outcome, _ stage: AttemptResult.Stage, _ reply: String)
            -> AttemptResult
        {
            let (seconds, attoseconds) = start.duration(to: .now).components
            let passed = Double(seconds) + Double(attoseconds) / 1e18
            return AttemptResult(
                outcome: outcome,
                stage: stage,
                reply: PeerText.clean(reply),
                peer: Self.peer(of: webhook.endpoint.url),
                finishedAt: now.addingTimeInterval(passed)
            )
        }
        let signature: [(name: String, value: String)]
        let ranges: [NetworkRange]
        do {
            signature = try sign(at: now)
            ranges = try allowedRanges()
        } catch {
            return result(.deferred, .prepare, "\(error)")
        }
        let trace = CurlTrace(
            stop: StopSignal(),
            bodyLimit: PeerText.limit,
            guardian: NetworkGuard(allowed: ranges)
        )
        guard var handle = EasyHandle(trace: trace) else {
            return result(.deferred, .prepare, "libcurl could not be started.")
        }
        let code = post(signature, over: &handle)
        guard handle.refusal == CURLE_OK else {
            return result(.deferred, .prepare, "libcurl refused an option (\(handle.refusal.rawValue)).")
        }
        let status = handle.long(CURLINFO_RESPONSE_CODE)
        let answer = status >= 200 ? status : 0
        let isSent = handle.offset(CURLINFO_SIZE_UPLOAD_T) >= webhook.body.count
        let isConnected = handle.long(CURLINFO_NUM_CONNECTS) > 0
        var judged = result(
            WebhookVerdict.outcome(status: answer, isRequestSent: isSent),
            answer > 0 ? .final : WebhookVerdict.stage(code, isConnected: isConnected, isRequestSent: isSent),
            answer > 0
                ? String(decoding: trace.body, as: UTF8.self)
                : WebhookVerdict.sentence(code, isRequestSent: isSent, trace)
        )
        judged.code = answer > 0 ? answer : nil
        judged.tls = trace.tls.map(PeerText.clean)
        if judged.outcome == .deferred, let wish = Self.header("retry-after", in: trace.lines) {
            judged.retryAfter = RetryAfter.date(wish, at: judged.finishedAt)
        }
        return judged
    }

    private func sign(at now: Date) throws -> [(name: String, value: String)] {
        guard !webhook.id.isEmpty, webhook.id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Unsendable(description: "The webhook's id cannot stand in a header; it was not sent.")
        }
        let secrets = try webhook.endpoint.secretFiles.map {
            try SecretFile.read($0, purpose: "a signing secret")
        }
        return try WebhookSigner(secrets: secrets).headers(id: webhook.id, body: webhook.body, at: now)
    }

    private func allowedRanges() throws(Unsendable) -> [NetworkRange] {
        let ranges = webhook.endpoint.allowedNetworks.compactMap(NetworkRange.init)
        guard ranges.count == webhook.endpoint.allowedNetworks.count else {
            throw Unsendable(
                description: "An allowed network is not in CIDR notation; correct the partner directory."
            )
        }
        return ranges
    }

    private func post(_ signature: [(name: String, value: String)], over handle: inout EasyHandle) -> CURLcode
    {
        var list: UnsafeMutablePointer<curl_slist>?
        let fixed = [("Content-Type", "application/cloudevents+json"), ("Expect", "")]
        for (name, value) in signature + fixed {
            // "Name:" without a value takes libcurl's own header of that name away.
            list = curl_slist_append(list, value.isEmpty ? "\(name):" : "\(name): \(value)")
        }
        defer { curl_slist_free_all(list) }
        handle.set(CURLOPT_URL, webhook.endpoint.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "https")
        handle.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        handle.set(CURLOPT_CAINFO, ca)
        handle.set(CURLOPT_USERAGENT, "minuted")
        handle.set(CURLOPT_HTTPHEADER, list: list)
        handle.set(CURLOPT_TIMEOUT_MS, timeLimit.milliseconds)
        handle.set(CURLOPT_FRESH_CONNECT, 1)
        handle.set(CURLOPT_FORBID_REUSE, 1)
        return webhook.body.withUnsafeBytes { body in
            handle.set(CURLOPT_POST, 1)
            handle.set(CURLOPT_POSTFIELDSIZE_LARGE, offset: body.count)
            handle.set(CURLOPT_POSTFIELDS, pointer: body.baseAddress ?? UnsafeRawPointer(handle.pointer))
            return handle.perform()
        }
    }

    /// The value in the last answer's header lines.
    private static func header(_ name: String, in lines: [String]) -> String? {
        lines.last { $0.lowercased().hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
    }

    private static func peer(of url: String) -> String {
        guard let parts = URLComponents(string: url), let host = parts.host else { return "" }
        return "\(host):\(parts.port ?? 443)"
    }

    private struct Unsendable: Error, CustomStringConvertible {
        let description: String
    }
}
