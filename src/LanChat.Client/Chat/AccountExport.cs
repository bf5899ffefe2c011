using LanChat.Client.Sessions;
using LanChat.Client.Transfers;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Writes what the server keeps about the user's account to a file: asks for its private messages,
/// newest first, when the account was described.
/// </summary>
/// <param name="room">Output of the window.</param>
/// <param name="send">Sends a request.</param>
/// <param name="folder">The folder of the file.</param>
internal sealed class AccountExport(RoomOutput room, Action<OutgoingRequest> send, string folder)
{
    private readonly List<RoomEvent.PrivateMessage> _messages = [];
    private AccountEvent.Described? _account;

    /// <summary>The server has described the account.</summary>
    public void Begin(AccountEvent.Described account)
    {
        _account = account;
        _messages.Clear();
        Ask(long.MaxValue);
    }

    /// <summary>Handles a page of private messages, if it asked for it.</summary>
    public bool TryHandle(AccountEvent.PrivatePage page, OutgoingRequest request)
    {
        if (!IsOwn(request)) return false;
        _messages.InsertRange(0, page.Messages);
        if (page is { HasMore: true, Messages: [var oldest, ..] }) Ask(oldest.Serial);
        else if (_account is { } account) Save(account);
        return true;
    }

    /// <summary>Handles the refusal of a page, if it asked for it: no file is written.</summary>
    public bool TryHandleDeclined(OutgoingRequest request, string reason)
    {
        if (!IsOwn(request)) return false;
        Abort(reason);
        return true;
    }

    /// <summary>Writes no file, and says so; without effect if it is not reading.</summary>
    public void Abort(string reason)
    {
        if (_account is not { } account) return;
        _account = null;
        room.ShowProblem(AccountTexts.NotExported(NameOf(account), reason));
    }

    private static bool IsOwn(OutgoingRequest request) =>
        request is { Message: AccountRequest.ReadPrivate { Before: not null }, Text: "" };

    private static string NameOf(AccountEvent.Described account) =>
        SavedName.Of($"lanchat-{(account.Nicknames is [var nick, ..] ? nick : "account")}.json", "");

    private void Ask(long before) => send(new OutgoingRequest(new AccountRequest.ReadPrivate { Before = before }, ""));

    private void Save(AccountEvent.Described account)
    {
        string? path = null;
        try
        {
            path = SavedName.Claim(folder, NameOf(account));
            using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
                AccountFile.Write(file, account, _messages);
            _account = null;
            room.Show(new ViewProtocol.ShowRemark(FileTexts.Saved(path)));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            if (path is not null) File.Delete(path); // incomplete
            Abort(DiskProblem.Of(cause));
        }
    }
}
