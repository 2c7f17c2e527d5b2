import Lessons

extension ProgressFile {
    /// The file that the environment names; nil where `INNERLOOP_PROGRESS` is set to nothing or there is no home.
    static func located(
        environment: (String) -> String? = Environment.value, isSet: (String) -> Bool = Environment.isSet
    ) -> ProgressFile? {
        if let path = environment("INNERLOOP_PROGRESS") { return ProgressFile(path: path) }
        if isSet("INNERLOOP_PROGRESS") { return nil }
        return StateFolder.path(environment: environment).map { ProgressFile(path: $0 + "/progress") }
    }
}
