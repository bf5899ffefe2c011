using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Sentences about requests that were not done.</summary>
internal static class RequestTexts
{
    public static string DeclinedText(this OutgoingRequest request, string reason) => request.Message switch
    {
        ClientMessage.Tell tell => JoinTexts.NotSentTo(tell.To, reason, request.Text),
        ClientMessage.Say or ClientMessage.Act or ClientMessage.Share =>
            JoinTexts.NotSentBecause(reason, request.Text),
        _ => JoinTexts.NotDone(reason, request.Text),
    };

    /// <summary>What was not sent, or may not have arrived, when a session is over.</summary>
    public static IEnumerable<string> Problems(this SessionProtocol.Ended ended) =>
    [
        .. ended.Unacknowledged.Where(request => !request.IsRepeatable()).Select(UnacknowledgedText),
        .. ended.Unsent.Where(request => !request.IsRepeatable()).Select(request => JoinTexts.NotSent(request.Text)),
    ];

    public static string UnacknowledgedText(this OutgoingRequest request) =>
        JoinTexts.MayNotHaveArrived(request.Text);
}
