using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What is told of a stay in a room.</summary>
public static class StayTexts
{
    public static string NoNotice => In($"This room has no notice.", $"这个房间没有公告。");

    public static string PromptIgnoring(string nickname) => In($"{nickname} (group out)> ", $"{nickname}（已屏蔽群聊）> ");

    public static string PromptOffline(double seconds) => In($"(again in {seconds:0} s) > ", $"（{seconds:0} 秒后重连）> ");

    public static string LetInAgain => In(
        $"The group is let in again: the room no longer knows that you had shut it out.",
        $"群聊不再被屏蔽：房间已不记得你屏蔽过它。");

    public static string NoLongerAway => In(
        $"You are not away any more: the room no longer knows that you were.",
        $"你不再是暂离状态：房间已不记得你设过暂离。");

    public static string YouAreNow(string nickname) => In($"You are {nickname} now.", $"你现在的昵称是 {nickname}。");

    public static string IsAway(string nickname, string why) =>
        In($"{nickname} is away: {why}", $"{nickname} 暂离：{why}");

    public static string YouAreAway(string why) => In($"You are away: {why}", $"你已设为暂离：{why}");

    public static string YouAreBack => In($"You are back.", $"你回来了。");

    public static string YouWereNotAway => In($"You were not away.", $"你没有设过暂离。");

    public static string Ignoring => In(
        $"You have shut the group out: only private words reach you, and you cannot speak to it.",
        $"你屏蔽了群聊：只能收到私聊，也不能在群里发言。");

    public static string NotIgnoring => In($"You have let the group in again.", $"你解除了对群聊的屏蔽。");

    public static string PrivateTo(string nickname, string text) =>
        In($"(private to {nickname}) {text}", $"（私聊 {nickname}）{text}");

    public static string WhomDoYouMean(string nickname) => In(
        $"What begins with @ is read by everybody now, and calls the one of that name; /msg NAME TEXT is for one person only. Type 1 to say this to everybody, 2 to say it to {nickname} only; Esc takes it back.",
        $"以 @ 开头的消息现在所有人都能看到，并会提醒这个昵称的人；私聊请用 /msg 昵称 内容。输入 1 发给所有人，输入 2 只发给 {nickname}；按 Esc 取消。");

    public static string PromptWhom(string nickname) =>
        In($"1 everybody, 2 {nickname} only> ", $"1 所有人，2 只给 {nickname}> ");

    public static string Taken(string wanted, string nickname) => In(
        $"“{wanted}” is taken here, so you are {nickname}; /nick NAME takes another name.",
        $"“{wanted}”已被占用，你现在叫 {nickname}；用 /nick 昵称 可以换一个。");
}
