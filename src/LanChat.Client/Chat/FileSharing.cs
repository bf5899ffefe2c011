using Akka.Actor;
using LanChat.Client.Transfers;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// The files the user shares, uploaded where the room takes that, else small ones of text are said;
/// and those they fetch.
/// </summary>
/// <param name="stay">Is told where the room's files are.</param>
/// <param name="room">Where transfers are shown.</param>
/// <param name="start">Starts a child of the owner.</param>
/// <param name="owner">Is told <see cref="FileRead"/> and what transfers tell their parent.</param>
internal sealed class FileSharing(Stay stay, RoomOutput room, Func<Props, IActorRef> start, IActorRef owner)
{
    /// <summary>A file that is to be said was read.</summary>
    public sealed record FileRead(SnippetFile File, string Typed);

    private const int MostTransfers = 8;

    private readonly TransferList _transfers = new();
    private readonly SharedFiles _files = new();
    private readonly List<VisitProtocol.ShareFile> _early = [];
    private bool? _takesFiles;
    private UploadEndpoint? _door;

    /// <summary>
    /// What is to be said of each file that is not through if the room is left now.
    /// </summary>
    public IEnumerable<string> IfLeft =>
        _transfers.IfLeft.Concat(_early.Select(share => FileTexts.NotShared(share.Typed)));

    /// <summary>The room was entered: this is how it takes files; null where it does not.</summary>
    public void Open(FileOffer? offer, string host)
    {
        _takesFiles = offer is not null;
        Reach(offer is null ? null : UploadEndpoint.Of(offer, host));
        if (_door is not null) stay.Site = _files.Site = _door.Site;
        VisitProtocol.ShareFile[] early = [.. _early];
        _early.Clear();
        foreach (var share in early) Share(share);
    }

    /// <summary>The room was lost.</summary>
    public void Close() => Reach(null);

    /// <summary>Files that are shared in the room can be fetched by their names.</summary>
    public void Note(RoomEvent known) => _files.Handle(known);

    public void Share(VisitProtocol.ShareFile share)
    {
        if (_takesFiles == false) Read(share);
        else if (_transfers.Count + _early.Count >= MostTransfers) ComplainOfTooMany(share.Path);
        else if (_takesFiles is null) _early.Add(share); // how, the room says on entering
        else Upload(share);
    }

    public void Save(VisitProtocol.SaveFile wanted)
    {
        if (_files.Find(wanted.Name) is not { } file) room.Complain(FileTexts.NothingToSave(wanted.Name));
        else if (_transfers.Count >= MostTransfers) ComplainOfTooMany(file.Name);
        else Download(file, wanted);
    }

    public void Show(IActorRef sender, Transfer transfer)
    {
        if (!_transfers.Update(sender, transfer, out var words)) return;
        room.Show(new ViewProtocol.ShowTransfers(_transfers.Shown, words));
    }

    public void End(IActorRef sender, TransferProtocol.Ended over)
    {
        if (!_transfers.Remove(sender)) return;
        ShowTransfers();
        if (over.Problem is not null) room.Complain(over.Problem);
        else if (over.Saved is not null) room.Show(new ViewProtocol.ShowRemark(FileTexts.Saved(over.Saved)));
    }

    /// <summary>Breaks all transfers off, because the user wants it.</summary>
    public void Cancel()
    {
        if (_transfers.Count == 0) room.Complain(FileTexts.NothingToCancel);
        foreach (var transfer in _transfers.Actors.ToArray())
        {
            transfer.Tell(TransferProtocol.Cancel.Instance);
            room.Show(new ViewProtocol.ShowRemark(FileTexts.Cancelled(_transfers.NameOf(transfer))));
            _transfers.Remove(transfer);
        }

        ShowTransfers();
    }

    /// <summary>Breaks all transfers off, because the room is left.</summary>
    public void Leave()
    {
        foreach (var transfer in _transfers.Actors) transfer.Tell(TransferProtocol.Cancel.Instance);
    }

    private void Reach(UploadEndpoint? door)
    {
        _door = door;
        foreach (var upload in _transfers.Actors) upload.Tell(new TransferProtocol.EndpointChanged(door));
    }

    private void Upload(VisitProtocol.ShareFile share)
    {
        var upload = start(UploadActor.Props(share.Path, share.To, _door, RoomHttp.Client, TimeProvider.System));
        _transfers.Add(upload, share.Typed, FileTexts.NotShared(share.Typed));
        room.Show(new ViewProtocol.ShowTransfers(_transfers.Shown, FileTexts.Reading(share.Path)));
    }

    private void Download(SharedFile file, VisitProtocol.SaveFile wanted)
    {
        var (name, folder) = (SavedName.Of(file.Name, wanted.Name), Environment.CurrentDirectory);
        var download = start(DownloadActor.Props(file, name, folder, RoomHttp.Client, TimeProvider.System));
        _transfers.Add(download, wanted.Typed, FileTexts.NotFetched(wanted.Typed));
    }

    private void Read(VisitProtocol.ShareFile share) =>
        Task.Run(() => SnippetFile.Read(share.Path, share.To))
            .PipeTo(owner, success: file => new FileRead(file, share.Typed));

    private void ComplainOfTooMany(string next) => room.Complain(FileTexts.TooManyUnderWay(MostTransfers, next));

    private void ShowTransfers() => room.Show(new ViewProtocol.ShowTransfers(_transfers.Shown));
}
