namespace LanChat.Texts;

public static partial class RefusalTexts
{
    /// <summary>
    /// The refusal of a code in the user's language; the server's sentence if the code is unknown.
    /// </summary>
    public static string Of(string code, string sent) => Find(code) ?? sent;
}
