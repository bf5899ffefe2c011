using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>What is said to everyone; and the question, once, whom somebody means by the name it begins with.</summary>
internal sealed partial class VisitActor
{
    private const string Everybody = "1";
    private const string OneOnly = "2";
    private static readonly char[] BehindAName = [',', ':', '，', '：'];

    private readonly AtSign _atSign;
    private (ClientMessage.Tell Privately, string Text, string Typed)? _asked;

    private void Say(string text, string typed)
    {
        if (_asked is { } asked) Answer(typed.Trim(), asked);
        else if (_atSign.IsToBeAsked && AddressedTo(text) is { } privately) AskWhom(privately, text, typed);
        else Ask(new ClientMessage.Say(text), typed);
    }

    private void AskWhom(ClientMessage.Tell privately, string text, string typed)
    {
        _asked = (privately, text, typed);
        Show(new ViewProtocol.ShowProblem(StayTexts.WhomDoYouMean(privately.To)));
        Show(new ViewProtocol.Prompt(StayTexts.PromptWhom(privately.To), IsQuestion: true));
    }

    private void Answer(string answer, (ClientMessage.Tell Privately, string Text, string Typed) asked)
    {
        if (answer is not (Everybody or OneOnly))
        {
            TakeBack();
            return;
        }

        _asked = null;
        _atSign.Remember();
        Show(_stay.Prompt);
        Ask(answer == Everybody ? new ClientMessage.Say(asked.Text) : asked.Privately, asked.Typed);
    }

    /// <summary>Nothing was sent; they are asked again the next time.</summary>
    private void TakeBack()
    {
        if (_asked is not { } asked) return;
        _asked = null;
        Complain(VisitTexts.NotSent(asked.Typed));
        Show(_stay.Prompt);
        Show(new ViewProtocol.GiveBack(asked.Typed));
    }

    /// <summary>Whom alone this was for when names were read so; null where it was for everyone, or is now without doubt.</summary>
    private static ClientMessage.Tell? AddressedTo(string text) =>
        LineCommands.Address(text) is ClientMessage.Tell { Text: var said } tell && !string.IsNullOrWhiteSpace(said)
        && tell.To.TrimEnd(BehindAName) is { Length: > 0 } name && !Mentions.MeansEverybody(name)
            ? tell with { To = name }
            : null;
}
