using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>
/// Describes why an upload failed, in the user's language where the response is known.
/// </summary>
internal static class UploadProblem
{
    /// <summary>The refusals with which a room rejects a complete file.</summary>
    private static readonly Refusal[] RoomRefusals =
        [Refusal.NobodyOfThatName, Refusal.Ignoring, Refusal.FilesFull, Refusal.WordsFull];

    public static string Of(string typed, TusResponse response, long maxBytes) => response.Status switch
    {
        413 => FileTexts.TooLargeHere(typed, FileSize.Of(maxBytes)),
        429 => FileTexts.TooMany(typed),
        460 => FileTexts.Changed(typed),
        507 => FileTexts.NoSpace(typed),
        var status => Refused(typed, response.Sentence.Length > 0 ? response.Sentence : $"HTTP {status}"),
    };

    /// <summary>Describes a refusal by the server's sentence.</summary>
    public static string Refused(string typed, string sentence) =>
        FileTexts.Refused(typed, RoomRefusals.FirstOrDefault(one => one.Text == sentence)?.Sentence() ?? sentence);
}
