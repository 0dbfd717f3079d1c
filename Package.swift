// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "minuted",
    dependencies: [
        // The ledger: SQLite with migrations, typed rows and one serial connection.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The command line: help, validation and exit codes that users expect.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Logs: levels and metadata that any back end can take.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // Start, signals and orderly stop of the daemon's services.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        // HTTP on the control socket, and the webhook stand-in of the demo and the tests.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // Configuration files with the line and column of each mistake.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // SHA-256 of documents and HMAC of webhooks, from the field's reviewed implementation.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // The sockets of the SMTP stand-in.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        // TLS on the server side, for the stand-ins only; the daemon's own TLS is libcurl's.
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        // The throw-away certificate authority of the stand-ins.
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        // Names of the parts of those certificates.
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        // Header names, as Hummingbird's requests have them.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        // libcurl speaks TLS, SMTP's opening and HTTPS; the shim gives its variadic calls types.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // libzip opens the containers of .docx files without writing anything to disk.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // libxml2's pull reader reads the parts of a .docx without entities or the network.
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // GMime reads and writes mail as the RFCs and the world's mailers have it.
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        // Poppler's core reads PDFs; CPDF is the little of it that we need, in C.
        .systemLibrary(name: "CPoppler", pkgConfig: "poppler", providers: [.apt(["libpoppler-private-dev"])]),
        .target(name: "CPDF", dependencies: ["CPoppler"]),
        // libseccomp and resource limits, for the child process that reads documents.
        .target(name: "CConfinement", linkerSettings: [.linkedLibrary("seccomp")]),
        // Linux calls that need _GNU_SOURCE, or are variadic, and so are not visible from Swift.
        .target(name: "CLinux"),

        .target(name: "Minutes", resources: [.embedInCode("Words/vocabulary.txt")]),
        .target(
            name: "Reading",
            dependencies: ["Minutes", "CZip", "CXML", "CGMime", "CPDF", "CConfinement"]
        ),
        .target(name: "Distribution", dependencies: ["Minutes"]),
        .target(
            name: "Storage",
            dependencies: ["Minutes", "Distribution", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .target(
            name: "Transports",
            dependencies: [
                "Distribution", "CCurl", "CGMime",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            ]
        ),
        .target(
            name: "Settings",
            dependencies: ["Minutes", "Distribution", .product(name: "Yams", package: "Yams")]
        ),
        .target(
            name: "Pipeline",
            dependencies: [
                "Minutes", "Reading", "Distribution", "Storage", "Transports", "CLinux",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "Website",
            dependencies: [
                "Minutes", "Distribution", "Storage", "CCurl",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "StandIns",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]
        ),
        .executableTarget(
            name: "minuted",
            dependencies: [
                "Minutes", "Reading", "Distribution", "Storage", "Transports", "Settings", "Pipeline",
                "Website", "StandIns",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Demo/Samples/urgent-strategy-discussion.docx"),
                .embedInCode("Demo/Samples/planned-strategy-meeting.docx"),
                .embedInCode("Demo/Samples/draft-strategy-meeting.docx"),
            ]
        ),

        // `make bench`: not a product that ships. It starts the `minuted` of the same build.
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "minuted", "Minutes", "Reading", "Distribution", "Storage", "Transports", "Settings",
                "Pipeline",
                "Website", "StandIns", "CZip",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Tests/Benchmark"
        ),

        // `make fuzz`, and a short run in the tests: not a product that ships.
        .executableTarget(name: "fuzz", dependencies: ["Minutes", "Reading", "CZip"], path: "Tests/Fuzz"),

        .target(
            name: "TestSupport",
            dependencies: ["Minutes", "Distribution", "StandIns"],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "MinutesTests", dependencies: ["Minutes", "TestSupport"]),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "Minutes", "TestSupport"]),
        .testTarget(name: "FuzzTests", dependencies: ["fuzz"]),
        .testTarget(name: "DistributionTests", dependencies: ["Distribution", "Minutes", "TestSupport"]),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Storage", "Distribution", "Minutes", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Schemas"]
        ),
        .testTarget(
            name: "TransportsTests",
            dependencies: [
                "Transports", "Distribution", "StandIns", "TestSupport", "CCurl",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Settings", "Distribution", "Minutes", "TestSupport"]
        ),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Pipeline", "Reading", "Storage", "Transports", "Distribution", "Minutes", "StandIns",
                "TestSupport",
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Snapshots"]
        ),
        .testTarget(
            name: "WebsiteTests",
            dependencies: [
                "Website", "Storage", "Distribution", "Minutes", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(name: "StandInsTests", dependencies: ["StandIns", "TestSupport"]),
        .testTarget(
            name: "MinutedTests",
            dependencies: [
                "minuted", "Settings", "Storage", "Distribution", "Minutes", "Website", "StandIns",
                "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Snapshots"]
        ),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// Our own targets only: dependencies keep their settings.
for target in package.targets where ![.system, .plugin].contains(target.type) && !target.name.hasPrefix("C") {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
