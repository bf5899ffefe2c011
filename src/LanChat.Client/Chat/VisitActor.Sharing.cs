using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Transfers;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>The files the user shares, uploaded where the room takes that, else small ones of text are said; and those they fetch.</summary>
internal sealed partial class VisitActor
{
    private sealed record FileRead(OutgoingFile File, string Typed);

    private const int MostTransfers = 8;

    private readonly TransferList _transfers = new();
    private readonly SharedFiles _files = new();
    private readonly List<VisitProtocol.ShareFile> _early = [];
    private bool? _takesFiles;
    private FileDoor? _door;

    private IEnumerable<string> FilesLeft => _transfers.IfLeft.Concat(_early.Select(share => FileTexts.NotShared(share.Typed)));

    private void Open(FileOffer? offer, string? ip)
    {
        _takesFiles = offer is not null;
        Reach(offer is null ? null : FileDoor.Of(offer, ip ?? _server.Host));
        if (_door is not null) _stay.Site = _files.Site = _door.Site;
        VisitProtocol.ShareFile[] early = [.. _early];
        _early.Clear();
        foreach (var share in early) Share(share);
    }

    private void Reach(FileDoor? door)
    {
        _door = door;
        foreach (var upload in _transfers.Actors) upload.Tell(new TransferProtocol.Reach(door));
    }

    private void Share(VisitProtocol.ShareFile share)
    {
        if (_takesFiles == false) Read(share);
        else if (_transfers.Count + _early.Count >= MostTransfers) Complain(FileTexts.TooManyUnderWay(MostTransfers, share.Path));
        else if (_takesFiles is null) _early.Add(share); // how, the room says on entering
        else Upload(share);
    }

    private void Upload(VisitProtocol.ShareFile share)
    {
        _transfers.Add(Context.ActorOf(UploadActor.Props(share.Path, share.To, _door, RoomWeb.Client, TimeProvider.System)), share.Typed, FileTexts.NotShared(share.Typed));
        Show(new ViewProtocol.ShowTransfers(_transfers.Shown, FileTexts.Reading(share.Path)));
    }

    private void Save(VisitProtocol.SaveFile wanted)
    {
        if (_files.Find(wanted.Name) is not { } file) Complain(FileTexts.NothingToSave(wanted.Name));
        else if (_transfers.Count >= MostTransfers) Complain(FileTexts.TooManyUnderWay(MostTransfers, file.Name));
        else _transfers.Add(
            Context.ActorOf(DownloadActor.Props(file, SavedName.Of(file.Name, wanted.Name), Environment.CurrentDirectory, RoomWeb.Client, TimeProvider.System)), wanted.Typed, FileTexts.NotFetched(wanted.Typed));
    }

    private void Read(VisitProtocol.ShareFile share) =>
        Task.Run(() => OutgoingFile.Read(share.Path, share.To)).PipeTo(Self, success: file => new FileRead(file, share.Typed));

    private void Share(OutgoingFile file, string typed)
    {
        if (file.Wish is not { } wish) Complain(file.Problem);
        else if (!_left) Send(new Line(wish, typed));
    }

    private void Show(Transfer transfer)
    {
        if (_transfers.Move(Sender, transfer, out var words)) Show(new ViewProtocol.ShowTransfers(_transfers.Shown, words));
    }

    private void End(TransferProtocol.Ended over)
    {
        if (!_transfers.Remove(Sender)) return;
        ShowTransfers();
        if (over.Problem is not null) Complain(over.Problem);
        else if (over.Saved is not null) Show(new ViewProtocol.ShowRemark(FileTexts.Saved(over.Saved)));
    }

    private void CancelFiles()
    {
        if (_transfers.Count == 0) Complain(FileTexts.NothingToCancel);
        foreach (var upload in _transfers.Actors.ToArray())
        {
            upload.Tell(TransferProtocol.Cancel.Instance);
            Show(new ViewProtocol.ShowRemark(FileTexts.Cancelled(_transfers.NameOf(upload))));
            _transfers.Remove(upload);
        }

        ShowTransfers();
    }

    private void ShowTransfers() => Show(new ViewProtocol.ShowTransfers(_transfers.Shown));
}
