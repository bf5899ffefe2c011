using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// What is said to everyone; and the question, once, whom somebody means by the name it begins
/// with.
/// </summary>
/// <param name="atSign">Whether the user is still to be asked.</param>
/// <param name="stay">Whose prompt comes back after the question.</param>
/// <param name="room">Where the question is shown.</param>
/// <param name="send">Asks the room for this; and how the user put it.</param>
internal sealed class RecipientQuestion(AtSign atSign, Stay stay, RoomOutput room, Action<ClientMessage, string> send)
{
    private const string Everybody = "1";
    private const string OneOnly = "2";
    private static readonly char[] BehindAName = [',', ':', '，', '：'];

    private (ClientMessage.Tell Privately, string Text, string Typed)? _asked;

    /// <summary>Says it, or takes it for the answer to what was asked.</summary>
    public void Say(string text, string typed)
    {
        if (_asked is { } asked) Answer(typed.Trim(), asked);
        else if (atSign.IsToBeAsked && AddressedTo(text) is { } privately) Ask(privately, text, typed);
        else send(new ClientMessage.Say(text), typed);
    }

    /// <summary>Nothing was sent; they are asked again the next time.</summary>
    public void TakeBack()
    {
        if (_asked is not { } asked) return;
        _asked = null;
        room.Complain(VisitTexts.NotSent(asked.Typed));
        room.Show(stay.Prompt);
        room.Show(new ViewProtocol.RestoreInput(asked.Typed));
    }

    private void Ask(ClientMessage.Tell privately, string text, string typed)
    {
        _asked = (privately, text, typed);
        room.Show(new ViewProtocol.ShowProblem(StayTexts.WhomDoYouMean(privately.To)));
        room.Show(new ViewProtocol.Prompt(StayTexts.PromptWhom(privately.To), IsQuestion: true));
    }

    private void Answer(string answer, (ClientMessage.Tell Privately, string Text, string Typed) asked)
    {
        if (answer is not (Everybody or OneOnly))
        {
            TakeBack();
            return;
        }

        _asked = null;
        atSign.Remember();
        room.Show(stay.Prompt);
        send(answer == Everybody ? new ClientMessage.Say(asked.Text) : asked.Privately, asked.Typed);
    }

    /// <summary>
    /// Whom alone this was for when names were read so; null where it was for everyone, or is now
    /// without doubt.
    /// </summary>
    private static ClientMessage.Tell? AddressedTo(string text) =>
        LineCommands.Address(text) is ClientMessage.Tell { Text: var said } tell && !string.IsNullOrWhiteSpace(said)
        && tell.To.TrimEnd(BehindAName) is { Length: > 0 } name && !Mentions.MeansEverybody(name)
            ? tell with { To = name }
            : null;
}
