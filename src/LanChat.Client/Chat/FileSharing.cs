using Akka.Actor;
using LanChat.Client.Transfers;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Files that the user shares and saves. A file is uploaded if the room accepts uploads; otherwise
/// a small text file is sent as a message.
/// </summary>
/// <param name="presenter">Receives the address of the room's files.</param>
/// <param name="room">Shows the transfers.</param>
/// <param name="start">Starts a child actor of the owner.</param>
/// <param name="owner">Receives <see cref="FileRead"/> and the transfers' messages.</param>
internal sealed class FileSharing(
    RoomPresenter presenter, RoomOutput room, Func<Props, IActorRef> start, IActorRef owner)
{
    /// <summary>A file to be sent as a message was read.</summary>
    public sealed record FileRead(SnippetFile File, string Typed);

    private const int MaxTransfers = 8;

    private readonly TransferList _transfers = new();
    private readonly SharedFiles _files = new();
    private readonly List<RoomWindowProtocol.ShareFile> _queued = [];
    private bool? _acceptsFiles;
    private UploadEndpoint? _endpoint;

    /// <summary>A sentence for each file that would be lost by leaving now.</summary>
    public IEnumerable<string> LeaveProblems =>
        _transfers.IfLeft.Concat(_queued.Select(share => FileTexts.NotShared(share.Typed)));

    /// <summary>The room was joined.</summary>
    /// <param name="offer">How the room accepts uploads; null if it does not.</param>
    /// <param name="host">Host of the room.</param>
    public void Open(FileOffer? offer, string host)
    {
        _acceptsFiles = offer is not null;
        SetEndpoint(offer is null ? null : UploadEndpoint.Of(offer, host));
        if (_endpoint is not null) presenter.Site = _files.Site = _endpoint.Site;
        RoomWindowProtocol.ShareFile[] queued = [.. _queued];
        _queued.Clear();
        foreach (var share in queued) Share(share);
    }

    /// <summary>The connection was lost.</summary>
    public void Close() => SetEndpoint(null);

    /// <summary>Remembers files shared in the room, so that the user can save them.</summary>
    public void Handle(RoomEvent roomEvent) => _files.Handle(roomEvent);

    public void Share(RoomWindowProtocol.ShareFile share)
    {
        if (_acceptsFiles == false) ReadSnippet(share);
        else if (_transfers.Count + _queued.Count >= MaxTransfers) ShowTooMany(share.Path);
        else if (_acceptsFiles is null) _queued.Add(share); // the room says how it accepts files
        else Upload(share);
    }

    public void Save(RoomWindowProtocol.SaveFile save)
    {
        if (_files.Find(save.Name) is not { } file)
            room.ShowProblem(save.Name.Length == 0 ? FileTexts.NothingShared : FileTexts.NothingToSave(save.Name));
        else if (_transfers.Count >= MaxTransfers) ShowTooMany(file.Name);
        else Download(file, save);
    }

    public void Show(IActorRef sender, Transfer transfer)
    {
        if (!_transfers.Update(sender, transfer, out var inWords)) return;
        room.Show(new ViewProtocol.ShowTransfers(_transfers.Shown, inWords));
    }

    public void End(IActorRef sender, TransferProtocol.Ended ended)
    {
        if (!_transfers.Remove(sender)) return;
        ShowTransfers();
        if (ended.Problem is not null) room.ShowProblem(ended.Problem);
        else if (ended.Saved is not null) room.Show(new ViewProtocol.ShowRemark(FileTexts.Saved(ended.Saved)));
    }

    /// <summary>Cancels all transfers at the user's request.</summary>
    public void Cancel()
    {
        if (_transfers.Count == 0) room.ShowProblem(FileTexts.NothingToCancel);
        foreach (var transfer in _transfers.Actors.ToArray())
        {
            transfer.Tell(TransferProtocol.Cancel.Instance);
            room.Show(new ViewProtocol.ShowRemark(FileTexts.Cancelled(_transfers.NameOf(transfer))));
            _transfers.Remove(transfer);
        }

        ShowTransfers();
    }

    /// <summary>Cancels all transfers because the user leaves the room.</summary>
    public void Leave()
    {
        foreach (var transfer in _transfers.Actors) transfer.Tell(TransferProtocol.Cancel.Instance);
    }

    private void SetEndpoint(UploadEndpoint? endpoint)
    {
        _endpoint = endpoint;
        foreach (var upload in _transfers.Actors) upload.Tell(new TransferProtocol.EndpointChanged(endpoint));
    }

    private void Upload(RoomWindowProtocol.ShareFile share)
    {
        var upload = start(UploadActor.Props(share.Path, share.To, _endpoint, RoomHttp.Client, TimeProvider.System));
        _transfers.Add(upload, share.Typed, FileTexts.NotShared(share.Typed));
        room.Show(new ViewProtocol.ShowTransfers(_transfers.Shown, FileTexts.Reading(share.Path)));
    }

    private void Download(SharedFile file, RoomWindowProtocol.SaveFile save)
    {
        var (name, folder) = (SavedName.Of(file.Name, save.Name), Environment.CurrentDirectory);
        var download = start(DownloadActor.Props(file, name, folder, RoomHttp.Client, TimeProvider.System));
        _transfers.Add(download, save.Typed, FileTexts.NotFetched(save.Typed));
    }

    private void ReadSnippet(RoomWindowProtocol.ShareFile share) =>
        Task.Run(() => SnippetFile.Read(share.Path, share.To))
            .PipeTo(owner, success: file => new FileRead(file, share.Typed));

    private void ShowTooMany(string next) => room.ShowProblem(FileTexts.TooManyUnderWay(MaxTransfers, next));

    private void ShowTransfers() => room.Show(new ViewProtocol.ShowTransfers(_transfers.Shown));
}
