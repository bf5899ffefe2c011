using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>The key that names belong to, and the words that wait for its owner.</summary>
public static class KeyTexts
{
    public static string NoKey(string file, string why) => In(
        $"There is no key in {file}, so your name does not belong to you: {why}",
        $"{file} 中没有可用的密钥，因此你的昵称不归你所有：{why}");

    public static string Waits(string nickname) => In(
        $"{nickname} is not here; what you said waits for them.",
        $"{nickname} 不在这里；你的私信会保留到对方回来。");

    public static string Waited(string nickname, string time, string text) => In(
        $"(private to {nickname}, {time}) {text}",
        $"（{time} 私信 {nickname}）{text}");
}
