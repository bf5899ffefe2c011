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

    public static string UnacknowledgedText(this OutgoingRequest request) =>
        JoinTexts.MayNotHaveArrived(request.Text);
}
