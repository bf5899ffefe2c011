using Akka.Actor;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>What is looked for: in what a window shows, and in the whole history of its room.</summary>
internal sealed partial class VisitorActor
{
    private IActorRef? VisitIn(int window) => _visits.FirstOrDefault(visit => visit.Value.Id == window).Key;

    /// <summary>Where the history can't be asked, what is shown is all there is.</summary>
    private void Search(string? text)
    {
        _view.Tell(new ViewProtocol.Search(text));
        if (text is not null) InSight?.Tell(new VisitProtocol.Search(new SearchWords(text), ""));
    }

    private void Search(SearchWords words, string typed)
    {
        if (words.In is { } room && !TryGoTo(room)) Complain(SearchTexts.NotInThatRoom(room));
        else Tell(new VisitProtocol.Search(words, typed));
    }

    /// <summary>To a room the user is in, by its number, its name or its address.</summary>
    private bool TryGoTo(string room)
    {
        var named = _rooms.Where(listed => string.Equals(listed.Name.Text, room, StringComparison.OrdinalIgnoreCase)).Select(listed => $"{listed.Address}");
        if (_windows.Rooms.FirstOrDefault(window => $"{window.Number}" == room || named.Append(room).Contains($"{window.Server}")) is not { } found) return false;
        _windows.SwitchTo(found.Number);
        ShowWindows();
        return true;
    }
}
