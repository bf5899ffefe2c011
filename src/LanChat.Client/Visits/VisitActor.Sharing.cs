using Akka.Actor;
using LanChat.Client.Console;
using LanChat.Client.Files;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Visits;

/// <summary>The files the user shares: uploaded where the room takes that, else small ones of text are said.</summary>
internal sealed partial class VisitActor
{
    private sealed record FileRead(OutgoingFile File, string Typed);

    private const int MostUploads = 8;

    private readonly Uploading _uploading = new();
    private readonly List<VisitProtocol.ShareFile> _early = [];
    private bool? _takesFiles;
    private FileDoor? _door;

    private IEnumerable<string> NotShared => _uploading.Typed.Concat(_early.Select(share => share.Typed)).Select(FileTexts.NotShared);

    private void Open(FileOffer? offer, string? ip)
    {
        _takesFiles = offer is not null;
        Reach(offer is null ? null : FileDoor.Of(offer, ip ?? _server.Host));
        if (_door is not null) _stay.Site = _door.Site;
        VisitProtocol.ShareFile[] early = [.. _early];
        _early.Clear();
        foreach (var share in early) Share(share);
    }

    private void Reach(FileDoor? door)
    {
        _door = door;
        foreach (var upload in _uploading.Actors) upload.Tell(new TransferProtocol.Reach(door));
    }

    private void Share(VisitProtocol.ShareFile share)
    {
        if (_takesFiles == false) Read(share);
        else if (_uploading.Count + _early.Count >= MostUploads) Complain(FileTexts.TooManyUnderWay(MostUploads, share.Path));
        else if (_takesFiles is null) _early.Add(share); // how, the room says on entering
        else _uploading.Add(Context.ActorOf(UploadActor.Props(share.Path, share.To, _door, RoomWeb.Client, TimeProvider.System)), share.Typed);
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
        if (_uploading.Move(Sender, transfer, out var words)) Show(new ViewProtocol.ShowTransfers(_uploading.Transfers, words));
    }

    private void EndUpload(string? problem)
    {
        if (!_uploading.Remove(Sender)) return;
        ShowTransfers();
        if (problem is not null) Complain(problem);
    }

    private void CancelFiles()
    {
        if (_uploading.Count == 0) Complain(FileTexts.NothingToCancel);
        foreach (var upload in _uploading.Actors.ToArray())
        {
            upload.Tell(TransferProtocol.Cancel.Instance);
            Show(new ViewProtocol.ShowRemark(FileTexts.Cancelled(_uploading.NameOf(upload))));
            _uploading.Remove(upload);
        }

        ShowTransfers();
    }

    private void ShowTransfers() => Show(new ViewProtocol.ShowTransfers(_uploading.Transfers));
}
