using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>Why a file was not shared, in this user's language where the answer is known.</summary>
internal static class UploadProblem
{
    /// <summary>With which a room refuses what is complete.</summary>
    private static readonly Refusal[] OfRooms = [Refusal.NobodyOfThatName, Refusal.Ignoring, Refusal.FilesFull, Refusal.WordsFull];

    public static string Of(string typed, TusAnswer answer, long most) => answer.Status switch
    {
        413 => FileTexts.TooLargeHere(typed, FileSize.Of(most)),
        429 => FileTexts.TooMany(typed),
        460 => FileTexts.Changed(typed),
        507 => FileTexts.NoSpace(typed),
        var status => Refused(typed, answer.Sentence.Length > 0 ? answer.Sentence : $"HTTP {status}"),
    };

    /// <summary>The server said why.</summary>
    public static string Refused(string typed, string sentence) =>
        FileTexts.Refused(typed, OfRooms.FirstOrDefault(one => one.Text == sentence)?.Sentence() ?? sentence);
}
