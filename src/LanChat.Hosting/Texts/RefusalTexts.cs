namespace LanChat.Texts;

public static partial class RefusalTexts
{
    /// <summary>The refusal of this code in the user's language; if unknown, what the server sent.</summary>
    public static string Of(string code, string sent) => Find(code) ?? sent;
}
