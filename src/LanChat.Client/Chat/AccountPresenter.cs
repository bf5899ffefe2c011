using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Turns events about the user's account into messages for the view.</summary>
internal static class AccountPresenter
{
    /// <summary>Messages for the view; null if the event is none of these.</summary>
    /// <param name="roomEvent">The event.</param>
    /// <param name="address">The server's address.</param>
    /// <param name="site">The server's page; null if it has none.</param>
    public static IEnumerable<object>? Handle(RoomEvent roomEvent, string address, Uri? site) => roomEvent switch
    {
        AccountEvent.LinkCodeGiven given => HandleCode(given, address, site),
        AccountEvent.DevicesListed listed => [new ViewProtocol.ShowRemark(TextOf(listed))],
        AccountEvent.ReadersListed readers => [new ViewProtocol.ShowRemark(TextOf(readers))],
        _ => null,
    };

    private static IEnumerable<object> HandleCode(AccountEvent.LinkCodeGiven given, string address, Uri? site)
    {
        var link = site is null ? null : new Uri(site, $"#link={given.Code}").AbsoluteUri;
        string[] lines =
        [
            AccountTexts.Code(given.Code, (int)given.Lifetime.TotalMinutes),
            .. link is null ? [] : new[] { link },
            $"lanchat --connect {address} --link {given.Code}",
        ];
        yield return new ViewProtocol.ShowRemark(string.Join('\n', lines));
        if (link is not null) yield return new ViewProtocol.ShowQrCode(link);
    }

    private static string TextOf(AccountEvent.DevicesListed listed)
    {
        if (listed.Linked is { } number)
        {
            var name = NameOf(listed.Devices.FirstOrDefault(device => device.Number == number));
            return AccountTexts.Linked(name, number);
        }

        return listed.Unlinked is { } unlinked
            ? AccountTexts.Unlinked(NameOrUnknown(unlinked))
            : string.Join('\n', listed.Devices.Select(LineOf));
    }

    private static string TextOf(AccountEvent.ReadersListed readers) => readers.By.Count == 0
        ? AccountTexts.ReadByNobody
        : AccountTexts.ReadBy(string.Join(", ", readers.By), readers.By.Count, readers.Of);

    private static string LineOf(AccountDevice device)
    {
        var state = device.IsThis ? AccountTexts.ThisDevice
            : device.IsHere ? AccountTexts.Connected
            : device.Used is { } used ? AccountTexts.LastUsed($"{used:yyyy-MM-dd}")
            : "";
        return $"{device.Number}  {NameOf(device)}  {state}".TrimEnd();
    }

    /// <summary>Private messages, one on a line.</summary>
    /// <param name="page">The messages.</param>
    /// <param name="asked">What the user asked for.</param>
    /// <param name="toLocalTime">Returns a message with its time in the local time zone.</param>
    public static string TextOf(
        AccountEvent.PrivatePage page, AccountRequest.ReadPrivate asked, Func<ChatMessage, ChatMessage> toLocalTime)
    {
        if (page.Messages.Count == 0)
        {
            return asked.Text is { } text
                ? AccountTexts.NoPrivateMessageContains(text)
                : AccountTexts.NoPrivateMessages;
        }

        var lines = page.Messages.Select(told => LineOf(told, toLocalTime(told.Message)));
        return string.Join('\n', page.HasMore ? lines.Prepend(AccountTexts.OnlyNewest(page.Messages.Count)) : lines);
    }

    private static string LineOf(RoomEvent.PrivateMessage told, ChatMessage local) =>
        $"{local.Time:MM-dd HH:mm}  {local.Nickname} → {told.To.Nickname}: {MessageWording.TextOf(local)}";

    private static string NameOf(AccountDevice? device) => NameOrUnknown(device?.Name ?? "");

    private static string NameOrUnknown(string name) => name.Length > 0 ? name : AccountTexts.UnknownDevice;
}
