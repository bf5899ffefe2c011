using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// Asks for private messages that came while the connection was lost, and shows those that the
/// server sends.
/// </summary>
/// <param name="shown">The private messages that any window has shown.</param>
/// <param name="presenter">Turns them into messages for the view.</param>
/// <param name="room">Output of the window.</param>
/// <param name="send">Sends a request.</param>
internal sealed class PrivateLookup(
    PrivateMessageLog shown, RoomPresenter presenter, RoomOutput room, Action<OutgoingRequest> send)
{
    /// <summary>The room was joined.</summary>
    public void HandleWelcome(Welcomed welcome)
    {
        if (!welcome.HasAccount) return;
        if (shown.BeginCatchUp() is { } since) Ask(new AccountRequest.ReadPrivate { Since = since });
        else Ask(new AccountRequest.ReadPrivate { Limit = 1 }); // earlier ones are not news
    }

    /// <summary>Shows a page that the server sends.</summary>
    /// <param name="page">The messages.</param>
    /// <param name="request">The request that it answers.</param>
    public void Handle(AccountEvent.PrivatePage page, OutgoingRequest request)
    {
        var asked = request.Text.Length > 0 ? request.Message as AccountRequest.ReadPrivate : null;
        var isNews = request.Message is AccountRequest.ReadPrivate { Since: not null };
        if (asked is not null || isNews)
        {
            foreach (var message in presenter.Handle(page, asked)) room.Show(message);
        }

        if (asked is not null) return;
        var last = page.Messages is [.., var newest] ? newest.Serial : 0;
        if (isNews && page.HasMore) Ask(new AccountRequest.ReadPrivate { Since = last });
        else shown.EndCatchUp(last);
    }

    private void Ask(AccountRequest.ReadPrivate request) => send(new OutgoingRequest(request, ""));
}
