// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same rules.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Dependencies point one way: a target uses those above it in this list and none below.
let package = Package(
    name: "InnerLoop",
    products: [
        .executable(name: "innerloop", targets: ["innerloop"]),
        // What the benchmarks are built on.
        .library(name: "Formulas", targets: ["Formulas"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // C libraries, as Debian packages them.
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(
            name: "CCommonMark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
        .target(
            name: "VectorMath",
            cSettings: [.unsafeFlags(["-O3", "-Wall", "-Wextra", "-Werror"])],
            linkerSettings: [.linkedLibrary("sleef"), .linkedLibrary("m")]),
        .target(
            name: "MatrixKernels", dependencies: ["VectorMath"],
            cSettings: [.unsafeFlags(["-O3", "-Wall", "-Wextra", "-Werror"])]),
        .target(
            name: "GnuplotStream",
            linkerSettings: [
                .linkedLibrary("boost_iostreams"), .linkedLibrary("boost_system"),
                .linkedLibrary("boost_filesystem"),
            ]),
        .target(name: "CSignals"),
        .target(name: "CStack"),
        .target(name: "CProcessors"),

        .target(name: "Sentences", swiftSettings: strict),
        .target(name: "Typography", swiftSettings: strict),
        .target(name: "Files", swiftSettings: strict),
        .target(name: "Tensors", swiftSettings: strict),
        .target(name: "Datasets", dependencies: ["CArchive", "Files", "Tensors"], swiftSettings: strict),
        .target(
            name: "Kernels", dependencies: ["COpenBLAS", "CProcessors", "CSignals", "MatrixKernels", "Tensors"], swiftSettings: strict),
        .target(
            name: "Programs", dependencies: ["CSignals", "VectorMath", "Tensors", "Kernels"], swiftSettings: strict),
        .target(name: "Figures", dependencies: ["Tensors"], swiftSettings: strict),
        .target(name: "Formulas", dependencies: ["CSignals", "CStack", "Typography", "Files", "Tensors", "Datasets", "Kernels", "Programs", "Figures"], swiftSettings: strict),
        .target(name: "Plots", dependencies: ["GnuplotStream", "Typography", "Files", "Tensors", "Figures"], swiftSettings: strict),
        .target(
            name: "Lessons",
            dependencies: ["Sentences", "Typography", "Files", "Tensors", "Figures", "Formulas", "CCommonMark", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .executableTarget(
            name: "innerloop",
            dependencies: [
                "CReadline", "CSignals", "Sentences", "Typography", "Files", "Tensors", "Datasets", "Kernels", "Programs", "Figures", "Formulas", "Plots", "Lessons",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(name: "TemporaryFolders", path: "Tests/Support/TemporaryFolders", swiftSettings: strict),
        // The kernels of each instruction set that the machine has.
        .target(name: "InstructionSets", dependencies: ["VectorMath"], path: "Tests/Support/InstructionSets", swiftSettings: strict),
        // The same random numbers in every run.
        .target(name: "SeededNumbers", path: "Tests/Support/SeededNumbers", swiftSettings: strict),
        // Texts with something wrong in them.
        .target(name: "RandomTexts", dependencies: ["SeededNumbers"], path: "Tests/Support/RandomTexts", swiftSettings: strict),
        // What the tests of claims share: wrong claims made of right ones.
        .target(
            name: "ClaimMutations", dependencies: ["Formulas"], path: "Tests/Support/ClaimMutations",
            swiftSettings: strict),
        .testTarget(name: "VectorMathTests", dependencies: ["InstructionSets", "SeededNumbers", "VectorMath"], swiftSettings: strict),
        .testTarget(name: "MatrixKernelsTests", dependencies: ["InstructionSets", "MatrixKernels", "SeededNumbers", "VectorMath"], swiftSettings: strict),
        .testTarget(name: "SentencesTests", dependencies: ["Sentences"], swiftSettings: strict),
        .testTarget(name: "TypographyTests", dependencies: ["Typography"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TemporaryFolders"], swiftSettings: strict),
        .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "SeededNumbers", "Tensors", "TemporaryFolders"], swiftSettings: strict),
        .testTarget(name: "TensorsTests", dependencies: ["Tensors"], swiftSettings: strict),
        .testTarget(name: "KernelsTests", dependencies: ["CSignals", "Kernels", "SeededNumbers", "Tensors"], swiftSettings: strict),
        .testTarget(name: "ProgramsTests", dependencies: ["CSignals", "Kernels", "Programs", "SeededNumbers", "Tensors"], swiftSettings: strict),
        .testTarget(name: "FormulasTests", dependencies: ["ClaimMutations", "CSignals", "Datasets", "Figures", "Formulas", "Kernels", "Programs", "RandomTexts", "SeededNumbers", "TemporaryFolders", "Tensors", "Typography"], swiftSettings: strict),
        .testTarget(name: "PlotsTests", dependencies: ["Plots", "Figures", "Formulas", "SeededNumbers", "Tensors"], swiftSettings: strict),
        .testTarget(name: "LessonsTests", dependencies: ["ClaimMutations", "Files", "Lessons", "RandomTexts", "Formulas", "TemporaryFolders", "Typography"], swiftSettings: strict),
        .testTarget(
            name: "innerloopTests", dependencies: ["innerloop", "CSignals", "Files", "Formulas", "Lessons", "SeededNumbers", "TemporaryFolders", "Typography"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
