package claim

// project is an undertaking as far as it has been told.
type project struct {
	told
}

func (r *reader) emitProject(i int, p *project, agreements map[*agreement]Ref) {}
