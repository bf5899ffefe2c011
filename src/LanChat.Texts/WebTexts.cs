using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the server answers to browsers in plain text.</summary>
public static class WebTexts
{
    public static string UnknownHost => In(
        $"This server is not known by that name: use its address, or set lanchat.server.web.hosts.",
        $"此服务器不使用该名称：请使用其地址，或设置 lanchat.server.web.hosts。");

    public static string OtherOrigin => In($"Pages of other sites may not do this.", $"其他网站的页面不得执行此操作。");
}
