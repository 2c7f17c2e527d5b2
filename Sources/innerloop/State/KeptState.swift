import Lessons

/// What the prompt keeps for later sessions, and where; nil for what is kept nowhere.
struct KeptState {
    var history: History?
    var progress: ProgressFile?
    var journals: JournalFolder?
}
